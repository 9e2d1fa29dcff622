package io.creditstream.drift.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one column: numbers, texts and missing ones. */
public final class Column {

  private final long[] codes;
  private final List<String> texts;

  Column(long[] codes, List<String> texts) {
    this.codes = codes;
    this.texts = texts;
  }

  public int rows() {
    return codes.length;
  }

  /** Whether every value that is present is a number. */
  public boolean isNumeric() {
    return texts.isEmpty();
  }

  /** The values of a numeric column, NaN where missing. */
  public double[] numbers() {
    double[] numbers = new double[codes.length];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = Double.longBitsToDouble(codes[row]);
    }
    return numbers;
  }

  /** A value as the name of a level; null where missing. A number has one name however written. */
  public @Nullable String level(int row) {
    long code = codes[row];
    if (Cells.isText(code)) {
      return texts.get(Cells.textNumber(code));
    }
    double number = Double.longBitsToDouble(code);
    if (Double.isNaN(number)) {
      return null;
    }
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
