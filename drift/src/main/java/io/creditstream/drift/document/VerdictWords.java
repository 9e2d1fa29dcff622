package io.creditstream.drift.document;

import io.creditstream.drift.verdict.FeatureLimits;
import io.creditstream.schemas.DriftStatus;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Says in words what was found.
 *
 * @param things what is compared, in the plural: columns or features
 * @param rows what was counted: rows or decisions
 */
public record VerdictWords(String things, String rows) {

  private static final FeatureLimits LIMITS = FeatureLimits.standard();

  /**
   * How a column or a feature differs from its reference.
   *
   * @param verdict whether that is much
   * @param missing share of missing values
   * @param referenceMissing share of missing values in the reference
   * @param unseen share of levels that the reference lacks
   * @param ks Kolmogorov–Smirnov distance, lower bound; empty for categories
   */
  public record Difference(
      DriftStatus verdict,
      double missing,
      double referenceMissing,
      double unseen,
      OptionalDouble ks) {}

  /** What was found of one of them. */
  public String of(Difference found) {
    return switch (found.verdict()) {
      case INSUFFICIENT -> "too few " + rows + " for a verdict";
      case STABLE -> "no difference that matters";
      case WARNING -> "some difference" + why(found);
      case ALERT -> "differs" + why(found);
    };
  }

  private String why(Difference found) {
    if (Math.abs(found.missing() - found.referenceMissing()) >= LIMITS.missingRate()) {
      return ": missing in %s of the %s instead of %s"
          .formatted(percent(found.missing()), rows, percent(found.referenceMissing()));
    }
    if (found.unseen() >= LIMITS.unseenRate()) {
      return ": %s of the %s have a level that the reference lacks"
          .formatted(percent(found.unseen()), rows);
    }
    return found.ks().isPresent() && found.ks().getAsDouble() >= LIMITS.ks()
        ? ": its values have moved, by up to %s of the %s"
            .formatted(percent(found.ks().getAsDouble()), rows)
        : ": its values have other shares";
  }

  /**
   * What was found in all together.
   *
   * @param worst the worst verdict of all
   * @param alerts how many of them have drifted
   * @param warnings how many of them have drifted somewhat
   * @param all how many there are
   */
  public String summary(DriftStatus worst, long alerts, long warnings, int all) {
    return switch (worst) {
      case INSUFFICIENT -> "There are too few %s for a verdict.".formatted(rows);
      case STABLE -> "None of the %d %s differs in a way that matters.".formatted(all, things);
      case WARNING -> "%d of the %d %s differ somewhat.".formatted(warnings, all, things);
      case ALERT ->
          "%d of the %d %s differ%s: a model that uses them should be looked at."
              .formatted(
                  alerts, all, things, warnings == 0 ? "" : ", and " + warnings + " somewhat");
    };
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
