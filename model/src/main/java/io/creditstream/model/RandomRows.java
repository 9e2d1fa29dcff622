package io.creditstream.model;

import io.creditstream.features.profile.CategoryProfile;
import io.creditstream.features.profile.FeatureProfile;
import io.creditstream.features.profile.NumericProfile;
import io.creditstream.features.profile.ReferenceProfile;
import java.util.Random;

/**
 * Feature vectors to hold two engines against each other: usual values on and beside the edges of
 * the reference, missing ones, unseen levels and extremes. The same rows at every call.
 */
final class RandomRows {

  private static final long SEED = 20_240_229;
  private static final int ODD_ONE_IN = 8;

  private static final double[] ODD = {
    Double.NaN,
    Double.NaN,
    Double.NaN,
    0,
    -0.0,
    -1,
    Double.MIN_VALUE,
    -1e-36,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  private final ReferenceProfile profile;
  private final Random random = new Random(SEED);

  private RandomRows(ReferenceProfile profile) {
    this.profile = profile;
  }

  /** Rows for the features of a profile. */
  static double[][] of(ReferenceProfile profile, int count) {
    RandomRows rows = new RandomRows(profile);
    double[][] all = new double[count][];
    for (int i = 0; i < count; i++) {
      all[i] = rows.next();
    }
    return all;
  }

  private double[] next() {
    return profile.features().stream().mapToDouble(this::value).toArray();
  }

  private double value(FeatureProfile feature) {
    if (random.nextInt(ODD_ONE_IN) == 0) {
      return ODD[random.nextInt(ODD.length)];
    }
    if (feature instanceof NumericProfile numeric) {
      return number(numeric.ksEdges());
    }
    // One more than there are, which is unseen.
    return random.nextInt(((CategoryProfile) feature).levels().size() + 1);
  }

  private double number(double[] edges) {
    if (edges.length == 0) {
      return random.nextGaussian();
    }
    double edge = edges[random.nextInt(edges.length)];
    double other = edges[random.nextInt(edges.length)];
    return switch (random.nextInt(4)) {
      case 0 -> edge;
      case 1 -> Math.nextUp(edge);
      default -> edge + random.nextDouble() * (other - edge);
    };
  }
}
