package io.creditstream.simulator.population;

/** Numbers as the files write them. Small whole numbers come from a table: they are most cells. */
final class Cells {
  /** A missing value. */
  static final String MISSING = "";

  /** How the files write "not known" or "never" in a column of days. */
  static final String NO_DAY = "365243.0";

  private static final int LOW = -3200;
  private static final int HIGH = 1000;
  private static final String[] WHOLE = new String[HIGH - LOW + 1];
  private static final String[] POINT_ZERO = new String[HIGH - LOW + 1];

  static {
    for (int i = 0; i < WHOLE.length; i++) {
      WHOLE[i] = Integer.toString(i + LOW);
      POINT_ZERO[i] = WHOLE[i] + ".0";
    }
  }

  private Cells() {}

  /** {@code 12}. */
  static String whole(long value) {
    return value >= LOW && value <= HIGH ? WHOLE[(int) value - LOW] : Long.toString(value);
  }

  /** {@code 12.0}. */
  static String pointZero(long value) {
    return value >= LOW && value <= HIGH ? POINT_ZERO[(int) value - LOW] : value + ".0";
  }

  /** Rounded to a multiple of half a cent's tenth, as amounts are: {@code 47962.125}. */
  static String amount(double value) {
    return decimal(value, 1000, 3);
  }

  /** Rounded to six places: {@code 0.035792}. */
  static String fraction(double value) {
    return decimal(value, 1_000_000, 6);
  }

  /** Rounded to four places: {@code 0.9732}. */
  static String shortFraction(double value) {
    return decimal(value, 10_000, 4);
  }

  private static String decimal(double value, long scale, int places) {
    long scaled = Math.round(value * scale);
    long magnitude = Math.abs(scaled);
    long rest = magnitude % scale;
    if (rest == 0) {
      return pointZero(scaled / scale);
    }
    int kept = places;
    while (rest % 10 == 0) {
      rest /= 10;
      kept--;
    }
    char[] out = new char[24];
    int at = out.length;
    for (int i = 0; i < kept; i++) {
      out[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    out[--at] = '.';
    long integral = magnitude / scale;
    do {
      out[--at] = (char) ('0' + integral % 10);
      integral /= 10;
    } while (integral > 0);
    if (scaled < 0) {
      out[--at] = '-';
    }
    return new String(out, at, out.length - at);
  }
}
