package io.creditstream.trainer.explain;

import io.creditstream.model.CreditModel;
import io.creditstream.trainer.fit.FittedModel;
import io.creditstream.trainer.matrix.FeatureMatrix;
import io.creditstream.trainer.result.FeatureImportance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the features mean to the model as a whole. */
public final class Importances {

  private Importances() {}

  /**
   * All features, most important first.
   *
   * @param sample rows whose contributions are averaged
   */
  public static List<FeatureImportance> of(
      FittedModel fitted, CreditModel model, FeatureMatrix matrix, int[] sample) {
    double[] sums = new double[matrix.columns().length];
    for (int row : sample) {
      double[] contributions = model.contributions(matrix.row(row));
      for (int feature = 0; feature < sums.length; feature++) {
        sums[feature] += Math.abs(contributions[feature]);
      }
    }
    List<FeatureImportance> importances = new ArrayList<>();
    for (int feature = 0; feature < sums.length; feature++) {
      importances.add(
          new FeatureImportance(
              matrix.dictionary().get(feature).name(),
              fitted.gains()[feature],
              (long) fitted.splits()[feature],
              sums[feature] / sample.length));
    }
    importances.sort(
        Comparator.comparingDouble(FeatureImportance::meanAbsContribution)
            .reversed()
            .thenComparing(FeatureImportance::feature));
    return importances;
  }
}
