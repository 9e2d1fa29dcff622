package io.creditstream.model;

import java.util.Objects;

/**
 * How models are run.
 *
 * @param engine what runs them
 * @param tableBytes most bytes of tables that each compiled model may take for contributions; with
 *     less they are slower, not other
 */
public record ModelSettings(ModelEngine engine, long tableBytes) {

  private static final long DEFAULT_TABLE_BYTES = 64L << 20;

  public ModelSettings {
    Objects.requireNonNull(engine, "engine");
    if (tableBytes < 0) {
      throw new IllegalArgumentException("tableBytes " + tableBytes + " is negative");
    }
  }

  /** Compiled, with at most 64 MiB of tables. */
  public static ModelSettings defaults() {
    return of(ModelEngine.COMPILED);
  }

  /** By an engine, with at most 64 MiB of tables. */
  public static ModelSettings of(ModelEngine engine) {
    return new ModelSettings(engine, DEFAULT_TABLE_BYTES);
  }
}
