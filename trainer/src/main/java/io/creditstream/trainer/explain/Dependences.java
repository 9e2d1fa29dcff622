package io.creditstream.trainer.explain;

import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.profile.NumericBins;
import io.creditstream.model.CreditModel;
import io.creditstream.model.Probability;
import io.creditstream.trainer.matrix.FeatureMatrix;
import io.creditstream.trainer.result.FeatureImportance;
import io.creditstream.trainer.result.PartialDependence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Partial dependence of the probability of default on the most important features. */
public final class Dependences {

  private static final int FEATURES = 8;
  private static final int POINTS = 16;

  private Dependences() {}

  /**
   * @param importances most important first
   * @param sample rows that the probability is averaged over
   */
  public static List<PartialDependence> of(
      List<FeatureImportance> importances, CreditModel model, FeatureMatrix matrix, int[] sample) {
    double[][] rows = Arrays.stream(sample).mapToObj(matrix::row).toArray(double[][]::new);
    return importances.stream()
        .limit(FEATURES)
        .map(FeatureImportance::feature)
        .map(feature -> of(matrix.dictionary().indexOf(feature), model, matrix, rows))
        .toList();
  }

  private static PartialDependence of(
      int feature, CreditModel model, FeatureMatrix matrix, double[][] rows) {
    FeatureEntry entry = matrix.dictionary().get(feature);
    List<PartialDependence.Point> points = new ArrayList<>();
    for (double value : values(entry, matrix.columns()[feature])) {
      points.add(
          new PartialDependence.Point(
              ValueText.of(entry, value), mean(feature, value, model, rows)));
    }
    return new PartialDependence(entry.name(), points);
  }

  /** Quantiles of a number, or all levels; then NaN if some are missing. */
  private static List<Double> values(FeatureEntry entry, double[] column) {
    double[] present = NumericBins.sortedPresent(column);
    TreeSet<Double> values = new TreeSet<>();
    if (entry.isCategory()) {
      Arrays.stream(present).filter(code -> code != FeatureEntry.UNSEEN).forEach(values::add);
    } else if (present.length > 0) {
      for (int i = 0; i <= POINTS; i++) {
        values.add(present[(int) Math.min((long) i * present.length / POINTS, present.length - 1)]);
      }
    }
    List<Double> all = new ArrayList<>(values);
    if (present.length < column.length) {
      all.add(Double.NaN);
    }
    return all;
  }

  private static double mean(int feature, double value, CreditModel model, double[][] rows) {
    double sum = 0;
    for (double[] row : rows) {
      double own = row[feature];
      row[feature] = value;
      sum += Probability.of(model.rawScore(row));
      row[feature] = own;
    }
    return sum / rows.length;
  }
}
