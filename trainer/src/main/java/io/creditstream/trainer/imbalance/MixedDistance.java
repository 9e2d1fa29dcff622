package io.creditstream.trainer.imbalance;

import io.creditstream.trainer.matrix.FeatureMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The distance of SMOTE-NC between rows of numbers and categories: Euclidean, each number divided
 * by its standard deviation among the rows, and 1 for a category that differs, which is the median
 * of the standard deviations that Chawla et al. take, since all are 1 then. A number that one row
 * has and the other lacks differs by 1 as well; two missing ones do not differ. A number that is
 * the same in all rows is left out.
 */
final class MixedDistance {

  private final double[][] vectors;
  private final boolean[] category;

  /**
   * @param rows the rows to compare
   */
  MixedDistance(FeatureMatrix matrix, int[] rows) {
    int features = matrix.columns().length;
    this.vectors = new double[rows.length][features];
    this.category = new boolean[features];
    for (int feature = 0; feature < features; feature++) {
      category[feature] = matrix.dictionary().get(feature).isCategory();
      double[] values = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        values[i] = matrix.columns()[feature][rows[i]];
      }
      double scale = category[feature] ? 1 : deviation(values);
      for (int i = 0; i < rows.length; i++) {
        vectors[i][feature] =
            scale > 0 ? values[i] / scale : Double.isNaN(values[i]) ? values[i] : 0;
      }
    }
  }

  /** The rows, their numbers divided by the standard deviations. */
  double[][] vectors() {
    return vectors;
  }

  /** The nearest rows to each row but itself, nearest first, by their place among the rows. */
  int[][] nearest(int count) {
    return IntStream.range(0, vectors.length)
        .parallel()
        .mapToObj(row -> nearest(row, Math.min(count, vectors.length - 1)))
        .toArray(int[][]::new);
  }

  private int[] nearest(int row, int count) {
    int[] nearest = new int[count];
    double[] distances = new double[count];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    for (int other = 0; other < vectors.length; other++) {
      if (other != row) {
        double distance = squared(vectors[row], vectors[other], distances[count - 1]);
        if (distance < distances[count - 1]) {
          int place = count - 1;
          while (place > 0 && distances[place - 1] > distance) {
            distances[place] = distances[place - 1];
            nearest[place] = nearest[place - 1];
            place--;
          }
          distances[place] = distance;
          nearest[place] = other;
        }
      }
    }
    return nearest;
  }

  /** The square of the distance, or more than the limit as soon as it is. */
  double squared(double[] a, double[] b, double limit) {
    double sum = 0;
    for (int feature = 0; feature < a.length && sum <= limit; feature++) {
      boolean missing = Double.isNaN(a[feature]);
      if (missing || Double.isNaN(b[feature])) {
        sum += missing && Double.isNaN(b[feature]) ? 0 : 1;
      } else if (category[feature]) {
        sum += a[feature] == b[feature] ? 0 : 1;
      } else {
        double difference = a[feature] - b[feature];
        sum += difference * difference;
      }
    }
    return sum;
  }

  private static double deviation(double[] values) {
    double[] present = Arrays.stream(values).filter(Double::isFinite).toArray();
    double mean = Arrays.stream(present).average().orElse(0);
    double squares = Arrays.stream(present).map(value -> (value - mean) * (value - mean)).sum();
    return present.length < 2 ? 0 : Math.sqrt(squares / (present.length - 1));
  }
}
