package io.creditstream.trainer.report;

import io.creditstream.trainer.result.Interval;
import java.util.List;
import java.util.Locale;

/** Figures in words, the same on every machine. */
final class Words {

  private static final int NAMED = 8;

  private Words() {}

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A count with its noun, which takes an s where it is not one. */
  static String count(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "–";
  }

  static String number(double value) {
    return number(value, 4);
  }

  static String number(double value, int digits) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "–";
  }

  static String interval(Interval interval) {
    return "%s (95 %% interval %s to %s)"
        .formatted(number(interval.value()), number(interval.low()), number(interval.high()));
  }

  /** With a capital letter at its beginning. */
  static String sentence(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** Names in a row, the first of many only. */
  static String list(List<String> names) {
    if (names.size() <= NAMED) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
  }
}
