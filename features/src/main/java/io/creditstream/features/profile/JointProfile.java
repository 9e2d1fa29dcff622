package io.creditstream.features.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How features go together in the reference: a distance of a row from what is usual, and how it was
 * distributed. A row is far where values that each are ordinary do not fit each other. The arrays
 * must not be changed.
 *
 * <p>Each of the features becomes a score z, its rank among the reference in −√3 … √3; a missing
 * value becomes 0. The distance is |W z|² ÷ k for k features, where W whitens z: the squared
 * Mahalanobis distance of the ranks.
 *
 * @param features places of the features in the vector
 * @param whitening W, a row a feature; row i has i + 1 numbers, the others are 0
 * @param distance profile of the distance over rows that W was not made from
 */
public record JointProfile(List<Integer> features, double[][] whitening, NumericProfile distance) {

  /** Stands for the distance where a feature is named. */
  public static final String NAME = "joint_distance";

  public JointProfile {
    features = List.copyOf(features);
    Objects.requireNonNull(distance, "distance");
    if (whitening.length != features.size()) {
      throw new IllegalArgumentException("the joint profile needs one row a feature");
    }
    for (int i = 0; i < whitening.length; i++) {
      if (whitening[i].length != i + 1) {
        throw new IllegalArgumentException(
            "row %d of the joint profile has %d numbers".formatted(i, whitening[i].length));
      }
    }
  }

  /** The distance of a row by the scores of its features. */
  public double distance(double[] scores) {
    return distance(whitening, scores);
  }

  static double distance(double[][] whitening, double[] scores) {
    double sum = 0;
    for (double[] row : whitening) {
      double part = 0;
      for (int j = 0; j < row.length; j++) {
        part += row[j] * scores[j];
      }
      sum += part * part;
    }
    return sum / whitening.length;
  }

  /** The same with another distribution of the distance. */
  public JointProfile with(NumericProfile other) {
    return new JointProfile(features, whitening, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JointProfile that
        && features.equals(that.features)
        && Arrays.deepEquals(whitening, that.whitening)
        && distance.equals(that.distance);
  }

  @Override
  public int hashCode() {
    return Objects.hash(features, Arrays.deepHashCode(whitening), distance);
  }
}
