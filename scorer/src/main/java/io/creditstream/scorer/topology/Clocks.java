package io.creditstream.scorer.topology;

import java.util.function.LongSupplier;

/**
 * The clocks by which the work on an application is measured. Kafka Streams reads its own once for
 * several records.
 *
 * @param nanoTime the time that has passed since any moment, in ns
 * @param millis the time of this machine, in ms since 1970
 */
public record Clocks(LongSupplier nanoTime, LongSupplier millis) {

  /** Those of this machine. */
  public static Clocks system() {
    return new Clocks(System::nanoTime, System::currentTimeMillis);
  }
}
