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

  private final Words words;

  DriftFindings(Words words) {
    this.words = words;
  }

  String verdict(TrainingResult result, Verdicts verdicts) {
    if (result.shift().isEmpty()) {
      return words.say("drift.none");
    }
    String distributions = words.count(result.shift().size(), "distribution");
    return verdicts.alerts().isEmpty() && verdicts.warnings().isEmpty()
        ? words.say("drift.same", distributions)
        : words.say(
            "drift.shifted", distributions, verdicts.alerts().size(), verdicts.warnings().size());
  }

  List<String> of(TrainingResult result, Verdicts verdicts) {
    List<String> said = new ArrayList<>();
    said.add(verdict(result, verdicts));
    if (result.shift().isEmpty()) {
      return said;
    }
    said.add(words.say("drift.bins"));
    if (!verdicts.alerts().isEmpty()) {
      said.add(words.say("drift.alerts", words.list(verdicts.alerts())));
      Set<String> important =
          result.importance().stream()
              .limit(IMPORTANT)
              .map(FeatureImportance::feature)
              .collect(Collectors.toSet());
      List<String> both = verdicts.alerts().stream().filter(important::contains).toList();
      said.add(
          both.isEmpty()
              ? words.say("drift.unimportant", IMPORTANT)
              : words.counted(both.size(), "drift.important", words.list(both), IMPORTANT));
    }
    if (!verdicts.warnings().isEmpty()) {
      said.add(words.say("drift.warnings", words.list(verdicts.warnings())));
    }
    result.shift().stream()
        .max(Comparator.comparingDouble(shift -> missingChange(shift)))
        .filter(shift -> missingChange(shift) > 0.02)
        .ifPresent(
            shift ->
                said.add(
                    words.say(
                        "drift.missing",
                        shift.feature(),
                        words.percent(shift.missingReference()),
                        words.percent(shift.missingCurrent()))));
    return said;
  }

  private static double missingChange(FeatureShift shift) {
    return Math.abs(shift.missingCurrent() - shift.missingReference());
  }
}
