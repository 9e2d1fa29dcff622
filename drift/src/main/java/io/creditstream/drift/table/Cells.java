package io.creditstream.drift.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the cells of one column into 64-bit codes: a number into its bits, a text into a NaN that
 * no arithmetic makes, with the number of the text in its low half, an empty cell into the usual
 * NaN.
 */
final class Cells {

  private static final long MISSING = Double.doubleToRawLongBits(Double.NaN);
  private static final long TEXT = 0xFFFC_0000_0000_0000L;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /** The code of a cell. */
  long encode(char[] text, int offset, int length) {
    if (length == 0) {
      return MISSING;
    }
    double plain = Decimals.parse(text, offset, length);
    // A text that was read as one before is one: only what is no plain decimal can be.
    return Double.isNaN(plain)
        ? encode(new String(text, offset, length))
        : Double.doubleToRawLongBits(plain + 0.0);
  }

  private long encode(String cell) {
    Integer known = numbers.isEmpty() ? null : numbers.get(cell);
    if (known != null) {
      return TEXT | known;
    }
    if (mayBeNumber(cell.charAt(0))) {
      try {
        return Double.doubleToRawLongBits(Double.parseDouble(cell) + 0.0);
      } catch (NumberFormatException e) {
        // It is a text that begins like a number.
      }
    }
    return TEXT | added(cell);
  }

  private int added(String text) {
    int number = texts.size();
    texts.add(text);
    numbers.put(text, number);
    return number;
  }

  /** The texts by their number, in the order in which they first came. */
  List<String> texts() {
    return texts;
  }

  static boolean isText(long code) {
    return (code & TEXT) == TEXT;
  }

  static int textNumber(long code) {
    return (int) code;
  }

  /** Spares the exception that most texts would cost. */
  private static boolean mayBeNumber(char first) {
    return first <= '9' || first == 'N' || first == 'I';
  }
}
