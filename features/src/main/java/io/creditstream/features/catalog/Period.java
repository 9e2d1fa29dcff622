package io.creditstream.features.catalog;

/** The time before an application that recent history is counted over. */
enum Period {
  LAST_QUARTER(3, 91, "of the last 3 months", "des 3 derniers mois"),
  LAST_HALF(6, 183, "of the last 6 months", "des 6 derniers mois"),
  LAST_YEAR(12, 365, "of the last year", "de la dernière année");

  private final int months;
  private final int days;
  private final String en;
  private final String fr;

  Period(int months, int days, String en, String fr) {
    this.months = months;
    this.days = days;
    this.en = en;
    this.fr = fr;
  }

  /** Whether it holds a month, given in months from the application. */
  boolean holdsMonth(double month) {
    return month >= -months;
  }

  /** Whether it holds a day, given in days from the application. */
  boolean holdsDay(double day) {
    return day >= -days;
  }

  /** Records of this period, in plain words, English. */
  String en(String records) {
    return records + " " + en;
  }

  /** Records of this period, in plain words, French. */
  String fr(String records) {
    return records + " " + fr;
  }
}
