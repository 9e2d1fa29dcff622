package io.creditstream.trainer.report;

import io.creditstream.trainer.result.FeatureImportance;
import io.creditstream.trainer.result.FeatureShift;
import io.creditstream.trainer.result.TrainingResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How new applications differ from those trained on, in sentences. */
final class DriftFindings {

  private static final int IMPORTANT = 30;

  private DriftFindings() {}

  static String verdict(TrainingResult result, Verdicts verdicts) {
    if (result.shift().isEmpty()) {
      return "There were no new applications to compare with those trained on.";
    }
    if (verdicts.alerts().isEmpty() && verdicts.warnings().isEmpty()) {
      return "New applications are distributed like those trained on: of %s, features and score, none has shifted."
          .formatted(Words.count(result.shift().size(), "distribution"));
    }
    return "Of %s, features and score, %d have shifted between training and new applications, %d more may have."
        .formatted(
            Words.count(result.shift().size(), "distribution"),
            verdicts.alerts().size(),
            verdicts.warnings().size());
  }

  static List<String> of(TrainingResult result, Verdicts verdicts) {
    List<String> said = new ArrayList<>();
    said.add(verdict(result, verdicts));
    if (result.shift().isEmpty()) {
      return said;
    }
    said.add(
        "Bins are frozen at training; missing and unseen values are bins of their own. A verdict"
            + " takes the number of rows and of features into account.");
    if (!verdicts.alerts().isEmpty()) {
      said.add("Shifted: %s.".formatted(Words.list(verdicts.alerts())));
      Set<String> important =
          result.importance().stream()
              .limit(IMPORTANT)
              .map(FeatureImportance::feature)
              .collect(Collectors.toSet());
      List<String> both = verdicts.alerts().stream().filter(important::contains).toList();
      said.add(
          both.isEmpty()
              ? "None of them is among the %d most important features, so that scores should be little affected."
                  .formatted(IMPORTANT)
              : "Of them %s among the %d most important features: scores are affected, and the model should be watched closely or trained anew."
                  .formatted(Words.list(both) + (both.size() == 1 ? " is" : " are"), IMPORTANT));
    }
    if (!verdicts.warnings().isEmpty()) {
      said.add("May have shifted: %s.".formatted(Words.list(verdicts.warnings())));
    }
    result.shift().stream()
        .max(Comparator.comparingDouble(shift -> missingChange(shift)))
        .filter(shift -> missingChange(shift) > 0.02)
        .ifPresent(
            shift ->
                said.add(
                    "The share of missing values changed most in %s: from %s to %s."
                        .formatted(
                            shift.feature(),
                            Words.percent(shift.missingReference()),
                            Words.percent(shift.missingCurrent()))));
    return said;
  }

  private static double missingChange(FeatureShift shift) {
    return Math.abs(shift.missingCurrent() - shift.missingReference());
  }
}
