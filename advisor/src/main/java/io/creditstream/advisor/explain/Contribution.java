package io.creditstream.advisor.explain;

import io.creditstream.features.dictionary.FeatureEntry;

/**
 * What a feature added to a score.
 *
 * @param feature the feature
 * @param value the client's value; NaN where missing
 * @param logOdds what it added, in log-odds of default: above 0 raised the risk
 */
public record Contribution(FeatureEntry feature, double value, double logOdds) {}
