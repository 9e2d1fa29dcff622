package io.creditstream.trainer.report;

import io.creditstream.trainer.result.CostCurve;
import io.creditstream.trainer.result.FairnessGroup;
import io.creditstream.trainer.result.TrainingResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Costs, decisions and their fairness in sentences. */
final class DecisionFindings {

  private DecisionFindings() {}

  static List<String> cost(TrainingResult result) {
    CostCurve curve = result.costCurve();
    return List.of(
        "Cost is counted in %s.".formatted(curve.unit()),
        "The cheapest threshold is %s; the cost there is %s an application."
            .formatted(Words.interval(curve.threshold()), Words.interval(curve.cost())),
        "Approving everybody would cost %s, declining everybody %s."
            .formatted(Words.number(curve.approveAll()), Words.number(curve.declineAll())),
        "The intervals are bootstrapped: the band in the chart shows where the cheapest threshold"
            + " could lie on other loans of the same kind.");
  }

  static String saving(TrainingResult result, Verdicts verdicts) {
    CostCurve curve = result.costCurve();
    double otherwise = Math.min(curve.approveAll(), curve.declineAll());
    String better = curve.approveAll() <= curve.declineAll() ? "approving" : "declining";
    return verdicts.saves()
        ? "At the threshold %s it costs %s an application, %s less than %s everybody."
            .formatted(
                Words.number(curve.threshold().value()),
                Words.number(curve.cost().value()),
                Words.percent(1 - curve.cost().value() / otherwise),
                better)
        : "At the threshold %s it costs %s an application, beyond chance no less than %s everybody (%s)."
            .formatted(
                Words.number(curve.threshold().value()),
                Words.number(curve.cost().value()),
                better,
                Words.number(otherwise));
  }

  static List<String> decisions(OperatingPoint at) {
    return List.of(
        "From a probability of default of %s on an application is declined; %s are approved."
            .formatted(Words.number(at.threshold()), Words.percent(at.approvalRate())),
        "%s of the defaults are found; %s of the declined would have defaulted."
            .formatted(Words.percent(at.recall()), Words.percent(at.precision())),
        "Of the approved %s default.".formatted(Words.percent(at.badRate())));
  }

  static List<String> fairness(TrainingResult result, Verdicts verdicts) {
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
          "The lowest approval ratio is %s, of %s %s: %s are approved."
              .formatted(
                  Words.number(lowest.approvalRatio(), 2),
                  lowest.attribute(),
                  lowest.group(),
                  Words.percent(lowest.approvalRate())));
      said.add(spread("good clients that are declined", large, FairnessGroup::falsePositiveRate));
      said.add(spread("defaults that are declined", large, FairnessGroup::truePositiveRate));
    }
    long small = result.fairness().size() - large.size();
    if (small > 0) {
      said.add(
          "%s too small for a verdict."
              .formatted(small == 1 ? "One group is" : small + " groups are"));
    }
    said.add(
        "Groups that default more often are declined more often by any model that tells risks"
            + " apart: a low ratio asks for a justification, it is no proof of discrimination.");
    return said;
  }

  static String fair(TrainingResult result, Verdicts verdicts) {
    if (result.fairness().isEmpty()) {
      return "Fairness was not looked at, since the groups are unknown.";
    }
    return verdicts.adverse().isEmpty()
        ? "No group that is large enough for a verdict is approved less than four fifths as often"
            + " as the best-treated one."
        : "Approved less than four fifths as often as the best-treated group: %s."
            .formatted(Words.list(verdicts.adverse()));
  }

  private interface Rate {
    double of(FairnessGroup group);
  }

  private static String spread(String what, List<FairnessGroup> groups, Rate rate) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (FairnessGroup group : groups) {
      if (Double.isFinite(rate.of(group))) {
        low = Math.min(low, rate.of(group));
        high = Math.max(high, rate.of(group));
      }
    }
    return "The share of %s lies between %s and %s by group."
        .formatted(what, Words.percent(low), Words.percent(high));
  }
}
