package io.creditstream.trainer.report;

import io.creditstream.trainer.result.CostCurve;
import io.creditstream.trainer.result.FairnessGroup;
import io.creditstream.trainer.result.TrainingResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Costs, decisions and their fairness in sentences. */
final class DecisionFindings {

  private final Words words;

  DecisionFindings(Words words) {
    this.words = words;
  }

  List<String> cost(TrainingResult result) {
    CostCurve curve = result.costCurve();
    return List.of(
        words.say("cost.unit", words.term(curve.unit())),
        words.say("cost.cheapest", words.interval(curve.threshold()), words.interval(curve.cost())),
        words.say("cost.alike", words.number(curve.approveAll()), words.number(curve.declineAll())),
        words.say("cost.intervals"));
  }

  String saving(TrainingResult result, Verdicts verdicts) {
    CostCurve curve = result.costCurve();
    double otherwise = Math.min(curve.approveAll(), curve.declineAll());
    String better = curve.approveAll() <= curve.declineAll() ? "approving" : "declining";
    String threshold = words.number(curve.threshold().value());
    String cost = words.number(curve.cost().value());
    return verdicts.saves()
        ? words.say(
            "saving." + better,
            threshold,
            cost,
            words.percent(1 - curve.cost().value() / otherwise))
        : words.say("saving.none." + better, threshold, cost, words.number(otherwise));
  }

  List<String> decisions(OperatingPoint at) {
    return List.of(
        words.say(
            "decisions.approved", words.number(at.threshold()), words.percent(at.approvalRate())),
        words.say("decisions.found", words.percent(at.recall()), words.percent(at.precision())),
        words.say("decisions.bad", words.percent(at.badRate())));
  }

  List<String> fairness(TrainingResult result, Verdicts verdicts) {
    if (result.fairness().isEmpty()) {
      return List.of(fair(result, verdicts));
    }
    List<String> said = new ArrayList<>();
    said.add(fair(result, verdicts));
    List<FairnessGroup> large =
        result.fairness().stream()
            .filter(FairnessGroup::large)
            .sorted(Comparator.comparingDouble(FairnessGroup::approvalRatio))
            .toList();
    if (!large.isEmpty()) {
      FairnessGroup lowest = large.get(0);
      said.add(
          words.say(
              "fairness.lowest",
              words.number(lowest.approvalRatio(), 2),
              words.term(lowest.attribute()),
              words.term(lowest.group()),
              words.percent(lowest.approvalRate())));
      said.add(spread("fairness.good", large, FairnessGroup::falsePositiveRate));
      said.add(spread("fairness.defaults", large, FairnessGroup::truePositiveRate));
    }
    long small = result.fairness().size() - large.size();
    if (small > 0) {
      said.add(words.counted(small, "fairness.small", small));
    }
    said.add(words.say("fairness.ratio"));
    return said;
  }

  String fair(TrainingResult result, Verdicts verdicts) {
    if (result.fairness().isEmpty()) {
      return words.say("fairness.unknown");
    }
    return verdicts.adverse().isEmpty()
        ? words.say("fairness.fair")
        : words.say("fairness.adverse", words.list(verdicts.adverse()));
  }

  private interface Rate {
    double of(FairnessGroup group);
  }

  private String spread(String key, List<FairnessGroup> groups, Rate rate) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (FairnessGroup group : groups) {
      if (Double.isFinite(rate.of(group))) {
        low = Math.min(low, rate.of(group));
        high = Math.max(high, rate.of(group));
      }
    }
    return words.say(key, words.percent(low), words.percent(high));
  }
}
