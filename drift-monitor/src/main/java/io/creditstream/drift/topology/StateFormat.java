package io.creditstream.drift.topology;

import java.util.Arrays;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Values of the stores, each with one byte before it that says in which format it is written, so
 * that a later release knows what it reads. A change of a format takes the next number, and reads
 * the ones before.
 */
final class StateFormat {

  static final byte VERSION = 1;

  private StateFormat() {}

  static Serde<byte[]> serde() {
    Deserializer<byte[]> deserializer = (topic, stored) -> open(stored);
    return Serdes.serdeFrom((topic, value) -> seal(value), deserializer);
  }

  private static byte @Nullable [] seal(byte @Nullable [] value) {
    if (value == null) {
      return null;
    }
    byte[] stored = new byte[value.length + 1];
    stored[0] = VERSION;
    System.arraycopy(value, 0, stored, 1, value.length);
    return stored;
  }

  /**
   * @throws IllegalStateException if the value is of a format that is not known here
   */
  private static byte @Nullable [] open(byte @Nullable [] stored) {
    if (stored == null) {
      return null;
    }
    if (stored.length == 0 || stored[0] != VERSION) {
      throw new IllegalStateException(
          "state of format "
              + (stored.length == 0 ? "none" : stored[0])
              + ", not "
              + VERSION
              + ": upgrade this drift monitor, or reset its state as docs/upgrading.md says");
    }
    return Arrays.copyOfRange(stored, 1, stored.length);
  }
}
