package io.creditstream.advisor.store.sql;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Vectors as bytes, eight a number, little-endian; NaN stands for missing. */
public final class Doubles {

  private Doubles() {}

  public static byte[] bytes(List<? extends @Nullable Double> values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.size() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Double value : values) {
      buffer.putDouble(value == null ? Double.NaN : value);
    }
    return buffer.array();
  }

  public static List<@Nullable Double> values(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<@Nullable Double> values = new ArrayList<>(bytes.length / Double.BYTES);
    while (buffer.hasRemaining()) {
      double value = buffer.getDouble();
      values.add(Double.isNaN(value) ? null : value);
    }
    return values;
  }
}
