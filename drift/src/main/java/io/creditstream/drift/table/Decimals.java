package io.creditstream.drift.table;

/**
 * Reads plain decimal numbers such as tables are full of. At most 15 digits are a whole number that
 * a double holds exactly, and so is a power of ten up to 22: one division of both is rounded once,
 * and therefore the double that is nearest to the decimal (Clinger, 1990).
 */
final class Decimals {

  /** What is no plain decimal: it may be a number all the same. */
  static final double NOT_PLAIN = Double.NaN;

  private static final int DIGITS = 15;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Decimals() {}

  /** The number, or {@link #NOT_PLAIN}. */
  static double parse(char[] text, int offset, int length) {
    int end = offset + length;
    int at = offset;
    boolean negative = text[at] == '-';
    if (negative) {
      at++;
    }
    long digits = 0;
    int count = 0;
    int point = -1;
    for (; at < end; at++) {
      int digit = text[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        count++;
      } else if (text[at] == '.' && point < 0) {
        point = count;
      } else {
        return NOT_PLAIN;
      }
    }
    if (count == 0 || count > DIGITS) {
      return NOT_PLAIN;
    }
    double value = point < 0 ? digits : digits / POWERS[count - point];
    return negative ? -value : value;
  }
}
