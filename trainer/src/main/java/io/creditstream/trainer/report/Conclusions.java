package io.creditstream.trainer.report;

import io.creditstream.trainer.result.TrainingResult;
import java.util.ArrayList;
import java.util.List;

/** What follows from all findings together. */
final class Conclusions {

  private static final double WIDE = 0.02;

  private final Words words;

  Conclusions(Words words) {
    this.words = words;
  }

  List<String> summary(TrainingResult result, Verdicts verdicts, OperatingPoint decisions) {
    DecisionFindings decided = new DecisionFindings(words);
    List<String> said = new ArrayList<>();
    said.add(
        words.say(
            "summary.auc",
            words.count(result.data().rows(), "loan"),
            words.percent(result.data().defaultRate()),
            words.interval(result.auc())));
    said.add(decided.saving(result, verdicts));
    said.add(
        words.say(
            "summary.decisions",
            words.percent(decisions.approvalRate()),
            words.percent(decisions.recall())));
    said.add(new QualityFindings(words).calibrated(verdicts));
    said.add(words.say(verdicts.leaked() ? "summary.leaked" : "summary.sound"));
    said.add(decided.fair(result, verdicts));
    said.add(new DriftFindings(words).verdict(result, verdicts));
    return said;
  }

  List<String> committee(TrainingResult result, Verdicts verdicts) {
    List<String> said = new ArrayList<>();
    if (verdicts.nothingAgainst()) {
      said.add(words.say("committee.nothing"));
    }
    if (verdicts.leaked()) {
      said.add(words.say("committee.leaked"));
    }
    if (!verdicts.saves()) {
      said.add(words.say("committee.cost"));
    }
    if (!verdicts.adverse().isEmpty()) {
      said.add(words.say("committee.adverse", words.list(verdicts.adverse())));
    }
    if (!verdicts.calibrated()) {
      said.add(words.say("committee.calibration"));
    }
    if (!verdicts.alerts().isEmpty()) {
      said.add(words.say("committee.drift", words.list(verdicts.alerts())));
    }
    said.add(words.say("committee.agree", words.term(result.costCurve().unit())));
    said.add(words.say("committee.review"));
    return said;
  }

  List<String> limits(TrainingResult result, Verdicts verdicts) {
    List<String> said = new ArrayList<>();
    said.add(words.say("limits.granted"));
    said.add(words.say("limits.random"));
    said.add(words.say("limits.threshold"));
    said.add(words.say("limits.contributions"));
    said.add(words.say("limits.dependence"));
    if (!result.data().missingTables().isEmpty()) {
      said.add(words.say("limits.tables", words.list(result.data().missingTables())));
    }
    said.add(
        words.say(
            result.fairness().isEmpty() ? "limits.fairness.unknown" : "limits.fairness.single"));
    if (!verdicts.calibrated()) {
      said.add(words.say("limits.calibration"));
    }
    if (result.shift().isEmpty()) {
      said.add(words.say("limits.drift"));
    }
    said.add(words.say("limits.pseudonyms"));
    return said;
  }

  List<String> improvements(TrainingResult result, Verdicts verdicts) {
    List<String> said = new ArrayList<>();
    if (result.trials().isEmpty()) {
      said.add(words.say("improvements.search"));
    }
    if (result.models().isEmpty()) {
      said.add(words.say("improvements.models"));
    }
    if (!result.data().missingTables().isEmpty()) {
      said.add(words.say("improvements.tables"));
    }
    double width = result.auc().high() - result.auc().low();
    if (width > WIDE) {
      said.add(words.say("improvements.loans", words.number(width, 3)));
    }
    if (!verdicts.adverse().isEmpty()) {
      said.add(words.say("improvements.adverse"));
    }
    if (!verdicts.alerts().isEmpty()) {
      said.add(words.say("improvements.drift"));
    }
    said.add(words.say("improvements.dates"));
    said.add(words.say("improvements.amounts"));
    said.add(words.say("improvements.refused"));
    return said;
  }
}
