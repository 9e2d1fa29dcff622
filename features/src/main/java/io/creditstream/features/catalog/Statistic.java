package io.creditstream.features.catalog;

/** A summary of the non-missing values of a measure; NaN where there is none. */
enum Statistic {
  SUM("sum of %s", "somme : %s"),
  MEAN("average of %s", "moyenne : %s"),
  MIN("lowest %s", "minimum : %s"),
  MAX("highest %s", "maximum : %s");

  private final String en;
  private final String fr;

  Statistic(String en, String fr) {
    this.en = en;
    this.fr = fr;
  }

  String en(String measure) {
    return en.formatted(measure);
  }

  String fr(String measure) {
    return fr.formatted(measure);
  }

  /** The statistic of a sample given by its size, sum, minimum and maximum. */
  double of(int size, double sum, double min, double max) {
    if (size == 0) {
      return Double.NaN;
    }
    return switch (this) {
      case SUM -> sum;
      case MEAN -> sum / size;
      case MIN -> min;
      case MAX -> max;
    };
  }
}
