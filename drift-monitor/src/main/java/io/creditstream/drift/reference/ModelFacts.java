package io.creditstream.drift.reference;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.SelfTest;
import java.util.List;

/**
 * What is known of a model beside its reference. The array must not be changed.
 *
 * @param missedDefaultCost cost of an approved loan that defaults, in units of a refused good
 *     client
 * @param trainedCost cost per application that it had in training; NaN where unknown
 * @param effects mean size of the contribution of each feature over its self-test rows; empty where
 *     unknown
 */
public record ModelFacts(double missedDefaultCost, double trainedCost, double[] effects) {

  /** Of a model of which nothing else is known: a missed default costs ten refused good clients. */
  public static final ModelFacts UNKNOWN = new ModelFacts(10, Double.NaN, new double[0]);

  static ModelFacts of(Bundle bundle) {
    return new ModelFacts(
        bundle.summary().falseNegativeCost(),
        bundle.summary().costPerApplication(),
        effects(bundle.selfTest().rows(), bundle.dictionary().size()));
  }

  private static double[] effects(List<SelfTest.Row> rows, int features) {
    if (rows.isEmpty()) {
      return UNKNOWN.effects();
    }
    double[] means = new double[features];
    for (SelfTest.Row row : rows) {
      for (int i = 0; i < features; i++) {
        means[i] += Math.abs(row.contributions()[i]) / rows.size();
      }
    }
    return means;
  }
}
