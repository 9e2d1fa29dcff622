package io.creditstream.drift.report;

import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.reference.ModelFacts;
import io.creditstream.drift.tally.EffectSums;
import io.creditstream.drift.verdict.FeatureVerdict;
import io.creditstream.schemas.DriftStatus;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Which drift matters: the Jensen–Shannon distance of a feature times the mean size of its
 * contribution to the score, and its share of what the window costs more than training.
 */
final class Ranking {

  /** Explained decisions below which the self-test rows of the model tell more of the weights. */
  private static final long FEW = 30;

  private final List<FeatureMeasure> measures;
  private final List<FeatureVerdict> verdicts;
  private final double[] weights;
  private final double costRise;
  private final double driftingImpact;

  /**
   * @param effects contributions of the window
   * @param cost expected cost per application in the window
   */
  Ranking(
      List<FeatureMeasure> measures,
      List<FeatureVerdict> verdicts,
      EffectSums effects,
      ModelFacts facts,
      OptionalDouble cost) {
    this.measures = measures;
    this.verdicts = verdicts;
    this.weights = effects.explained() >= FEW ? effects.means() : facts.effects();
    this.costRise = cost.orElse(Double.NaN) - facts.trainedCost();
    double sum = 0;
    for (int i = 0; i < Math.min(weights.length, measures.size()); i++) {
      sum += drifts(i) ? impactOf(i) : 0;
    }
    this.driftingImpact = sum;
  }

  /** Mean size of the contribution of a feature; empty for the score and where none is known. */
  OptionalDouble meanContribution(int feature) {
    return feature < weights.length ? OptionalDouble.of(weights[feature]) : OptionalDouble.empty();
  }

  /** Drift times contribution, in log-odds; empty where no contribution is known. */
  OptionalDouble impact(int feature) {
    return feature < weights.length ? OptionalDouble.of(impactOf(feature)) : OptionalDouble.empty();
  }

  /** The share of a feature that drifts in the change of the expected cost; empty for others. */
  OptionalDouble costChange(int feature) {
    if (feature >= weights.length
        || !drifts(feature)
        || driftingImpact == 0
        || Double.isNaN(costRise)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(costRise * impactOf(feature) / driftingImpact);
  }

  private double impactOf(int feature) {
    return measures.get(feature).jensenShannon() * weights[feature];
  }

  private boolean drifts(int feature) {
    DriftStatus verdict = verdicts.get(feature).verdict();
    return verdict == DriftStatus.WARNING || verdict == DriftStatus.ALERT;
  }
}
