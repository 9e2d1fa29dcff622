package io.creditstream.trainer.compare;

import io.creditstream.features.profile.NumericBins;
import io.creditstream.trainer.matrix.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/**
 * Features as a linear model needs them: a missing number is the median of the training rows, a
 * number is brought to mean 0 and standard deviation 1 and cut at ±5, a category becomes one
 * indicator a level. All of it is learnt from the training rows.
 */
final class LinearPreparation {

  private static final double CUT = 5;

  private final double[] medians;
  private final double[] means;
  private final double[] deviations;
  private final String[] names;

  private LinearPreparation(double[] medians, double[] means, double[] deviations, String[] names) {
    this.medians = medians;
    this.means = means;
    this.deviations = deviations;
    this.names = names;
  }

  static LinearPreparation of(FeatureMatrix matrix, int[] rows) {
    int features = matrix.columns().length;
    double[] medians = new double[features];
    double[] means = new double[features];
    double[] deviations = new double[features];
    for (int feature = 0; feature < features; feature++) {
      double[] column = matrix.columns()[feature];
      double[] sorted =
          NumericBins.sortedPresent(Arrays.stream(rows).mapToDouble(row -> column[row]).toArray());
      double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
      medians[feature] = median;
      double[] filled =
          Arrays.stream(rows)
              .mapToDouble(row -> Double.isNaN(column[row]) ? median : column[row])
              .toArray();
      double mean = Arrays.stream(filled).average().orElse(0);
      means[feature] = mean;
      deviations[feature] =
          Math.sqrt(
              Arrays.stream(filled)
                  .map(value -> (value - mean) * (value - mean))
                  .average()
                  .orElse(0));
    }
    return new LinearPreparation(
        medians, means, deviations, matrix.dictionary().names().toArray(String[]::new));
  }

  ArrayExample<Label> example(FeatureMatrix matrix, int row, Label label) {
    List<String> present = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int feature = 0; feature < names.length; feature++) {
      double value = matrix.columns()[feature][row];
      if (matrix.dictionary().get(feature).isCategory()) {
        // Unseen is -1; missing gets a number of its own.
        present.add(names[feature] + "=" + (Double.isNaN(value) ? -2 : (int) value));
        values.add(1.0);
      } else if (deviations[feature] > 0) {
        double filled = Double.isNaN(value) ? medians[feature] : value;
        double scaled = (filled - means[feature]) / deviations[feature];
        present.add(names[feature]);
        values.add(Math.max(-CUT, Math.min(CUT, scaled)));
      }
    }
    return new ArrayExample<>(
        label,
        present.toArray(String[]::new),
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
