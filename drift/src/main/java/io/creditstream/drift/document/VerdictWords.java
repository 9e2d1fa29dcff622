package io.creditstream.drift.document;

import io.creditstream.drift.comparison.ComparedColumn;
import io.creditstream.drift.comparison.TableComparison;
import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.measurement.FeatureMeasure.Missing;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.schemas.DriftStatus;
import java.util.Locale;

/** Says in words what a comparison found. */
final class VerdictWords {

  private static final DriftThresholds LIMITS = DriftThresholds.standard();

  private VerdictWords() {}

  /** What was found in a column. */
  static String of(ComparedColumn column) {
    FeatureMeasure measure = column.measure();
    return switch (column.verdict().verdict()) {
      case INSUFFICIENT -> "too few rows for a verdict";
      case STABLE -> "no difference that matters";
      case WARNING -> "some difference" + why(measure);
      case ALERT -> "differs" + why(measure);
    };
  }

  private static String why(FeatureMeasure measure) {
    Missing missing = measure.missing();
    double change = missing.rate() - missing.referenceRate();
    if (Math.abs(change) >= LIMITS.missingRate()) {
      return ": missing in %s of the rows instead of %s"
          .formatted(percent(missing.rate()), percent(missing.referenceRate()));
    }
    if (measure.unseen().rate() >= LIMITS.unseenRate()) {
      return ": %s of the rows have a level that the reference lacks"
          .formatted(percent(measure.unseen().rate()));
    }
    return measure
        .kolmogorov()
        .filter(found -> found.low() >= LIMITS.ks())
        .map(
            found -> ": its values have moved, by up to %s of rows".formatted(percent(found.low())))
        .orElse(": its values have other shares");
  }

  /** What was found in all columns together. */
  static String of(TableComparison comparison) {
    long alerts = comparison.count(DriftStatus.ALERT);
    long warnings = comparison.count(DriftStatus.WARNING);
    int columns = comparison.columns().size();
    return switch (comparison.verdict()) {
      case INSUFFICIENT -> "There are too few rows for a verdict.";
      case STABLE -> "None of the %d columns differs in a way that matters.".formatted(columns);
      case WARNING -> "%d of the %d columns differ somewhat.".formatted(warnings, columns);
      case ALERT ->
          "%d of the %d columns differ, and %d somewhat: a model that uses them should be looked at."
              .formatted(alerts, columns, warnings);
    };
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
