package io.creditstream.trainer;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.TrainingSummary;
import io.creditstream.trainer.result.FairnessGroup;
import io.creditstream.trainer.result.ImbalanceResult;
import io.creditstream.trainer.result.Interval;
import io.creditstream.trainer.result.LeakageCheck;
import io.creditstream.trainer.result.ModelResult;
import io.creditstream.trainer.result.Quality;
import io.creditstream.trainer.result.TrainingResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures of a training run as text for a terminal. */
public final class TrainingReport {

  private TrainingReport() {}

  public static String of(Trained trained) {
    Bundle bundle = trained.bundle();
    TrainingResult result = trained.result();
    StringBuilder text = new StringBuilder();
    text.append(figures(bundle, result));
    if (!result.imbalance().isEmpty()) {
      text.append("Treatments of class imbalance on the same folds:\n").append(HEADER);
      for (ImbalanceResult row : result.imbalance()) {
        text.append(line(row.method() + (row.chosen() ? " (chosen)" : ""), row.quality()));
      }
    }
    if (!result.models().isEmpty()) {
      text.append("Kinds of models on the same folds:\n").append(HEADER);
      for (ModelResult row : result.models()) {
        text.append(line(row.name(), row.quality()));
      }
    }
    return text.toString();
  }

  /** What somebody should look at, a line each. */
  public static List<String> warnings(TrainingResult result) {
    List<String> warnings =
        result.fairness().stream()
            .filter(FairnessGroup::adverse)
            .map(
                group ->
                    format(
                        "%s %s is approved %.2f times as often as the group approved most: below four fifths",
                        group.attribute(), group.group(), group.approvalRatio()))
            .collect(Collectors.toList());
    LeakageCheck leakage = result.leakage();
    if (leakage.suspected()) {
      warnings.add(
          0,
          format(
              "TOO GOOD TO BE TRUE: an AUC above %.2f means that the outcome has leaked into the features; look at %s",
              leakage.limit(),
              leakage.suspects().stream()
                  .map(suspect -> format("%s (%.3f alone)", suspect.feature(), suspect.auc()))
                  .collect(Collectors.joining(", "))));
    }
    return warnings;
  }

  private static final String HEADER =
      format(
          "  %-38s %7s %7s %7s %7s %8s %8s %7s %9s %9s%n",
          "",
          "AUC",
          "PR-AUC",
          "KS",
          "Brier",
          "log-loss",
          "accuracy",
          "recall",
          "precision",
          "cost");

  private static String line(String name, Quality q) {
    return format(
        "  %-38s %7.4f %7.4f %7.4f %7.4f %8.4f %8.4f %7.4f %9.4f %9.4f%n",
        name,
        q.auc(),
        q.prAuc(),
        q.ks(),
        q.brier(),
        q.logLoss(),
        q.accuracy(),
        q.recall(),
        q.precision(),
        q.cost());
  }

  private static String figures(Bundle bundle, TrainingResult result) {
    TrainingSummary s = bundle.summary();
    return format(
        """
        Model %s: %d trees on %d features, fitted to %d applications (%.2f %% defaults)
        On predictions out of fold, %d folds:
          AUC       %s
          cost      %s an application, in %s
          threshold %s (decline from this probability of default on)
          accuracy  %.4f
                            repaid  defaulted
          approved        %8d   %8d
          declined        %8d   %8d
        """,
        bundle.manifest().version(),
        s.trees(),
        bundle.dictionary().size(),
        s.trainingRows(),
        100 * s.defaultRate(),
        result.run().folds(),
        interval(result.auc()),
        interval(result.costCurve().cost()),
        result.costCurve().unit(),
        interval(result.costCurve().threshold()),
        s.accuracy(),
        s.trueNegatives(),
        s.falseNegatives(),
        s.falsePositives(),
        s.truePositives());
  }

  private static String interval(Interval interval) {
    return format("%.4f (%.4f to %.4f)", interval.value(), interval.low(), interval.high());
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
