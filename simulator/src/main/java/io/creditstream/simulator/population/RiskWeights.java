package io.creditstream.simulator.population;

import java.util.Map;

/**
 * The logistic default model: logit = intercept + Σ weight × normal score of the driver.
 *
 * @param intercept sets the overall default rate
 * @param weights by latent
 */
record RiskWeights(double intercept, Map<String, Double> weights) {
  RiskWeights {
    weights = Map.copyOf(weights);
  }
}
