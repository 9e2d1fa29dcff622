package io.creditstream.advisor.web;

import io.creditstream.advisor.store.Bins;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.profile.FeatureProfile;
import io.creditstream.features.profile.NumericProfile;

/** Bins that show the spread of a feature. */
final class FeatureBins {

  private static final int COUNT = 20;

  private FeatureBins() {}

  /** One bin a level, the first for levels unseen in training; else bins of equal width. */
  static Bins of(FeatureEntry feature, FeatureProfile profile) {
    if (feature.isCategory()) {
      return new Bins(-1.5, 1, feature.levels().size() + 1);
    }
    double[] edges = ((NumericProfile) profile).ksEdges();
    if (edges.length == 0) {
      return new Bins(-0.5, 1, 3);
    }
    double from = edges[0];
    double to = edges[edges.length - 1];
    if (edges.length < 4) {
      return new Bins(Math.floor(from) - 0.5, Math.max(1, Math.ceil((to - from) / 4)), 6);
    }
    return new Bins(from, Math.max((to - from) / COUNT, Double.MIN_NORMAL), COUNT);
  }
}
