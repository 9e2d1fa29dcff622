package io.creditstream.schemas.serde;

import java.io.IOException;
import java.util.AbstractList;
import java.util.RandomAccess;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * A list of numbers over an array, for the fields of records that hold long ones: none is boxed
 * unless somebody asks for it, and {@link RecordWriter} asks for none.
 */
public final class DoubleList extends AbstractList<@Nullable Double> implements RandomAccess {

  private final double[] values;
  private final boolean nullable;

  private DoubleList(double[] values, boolean nullable) {
    this.values = values;
    this.nullable = nullable;
  }

  /**
   * The numbers as they are.
   *
   * @param values must not be changed any more
   */
  public static DoubleList of(double[] values) {
    return new DoubleList(values, false);
  }

  /**
   * The numbers, null where they are NaN.
   *
   * @param values must not be changed any more
   */
  public static DoubleList nullable(double[] values) {
    return new DoubleList(values, true);
  }

  @Override
  public @Nullable Double get(int index) {
    double value = values[index];
    return nullable && Double.isNaN(value) ? null : value;
  }

  @Override
  public int size() {
    return values.length;
  }

  /**
   * Writes an array.
   *
   * @param element double, or a union of it and null
   */
  void write(Schema element, Encoder out) throws IOException {
    int ofNull = element.isUnion() ? RecordWriter.nullIndex(element) : 0;
    out.writeArrayStart();
    out.setItemCount(values.length);
    for (double value : values) {
      out.startItem();
      boolean missing = nullable && Double.isNaN(value);
      if (element.isUnion()) {
        out.writeIndex(missing ? ofNull : 1 - ofNull);
      }
      if (!missing) {
        out.writeDouble(value);
      }
    }
    out.writeArrayEnd();
  }
}
