package io.creditstream.trainer.leakage;

import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.trainer.matrix.FeatureMatrix;
import io.creditstream.trainer.matrix.RowSample;
import io.creditstream.trainer.result.LeakageCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Suspects that the outcome has leaked into the features where they are too good to be true. */
public final class LeakageGuard {

  /** The best models on the whole of this data reach an AUC of 0.79 to 0.80. */
  public static final double LIMIT = 0.82;

  private static final int SUSPECTS = 5;
  private static final int SAMPLE = 50_000;

  private LeakageGuard() {}

  /**
   * @param auc of the model, out of fold
   * @param lateAuc of a model that was fitted to the smaller client ids on the greater ones
   * @param seed seed of the sample of rows that single features are looked at on
   */
  public static LeakageCheck check(FeatureMatrix matrix, double auc, double lateAuc, long seed) {
    List<LeakageCheck.Suspect> strongest = strongest(matrix, seed);
    boolean suspected = auc > LIMIT || (!strongest.isEmpty() && strongest.get(0).auc() > LIMIT);
    return new LeakageCheck(LIMIT, suspected, strongest, lateAuc);
  }

  private static List<LeakageCheck.Suspect> strongest(FeatureMatrix matrix, long seed) {
    int[] rows = RowSample.of(matrix.rows(), SAMPLE, seed);
    boolean[] defaulted = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      defaulted[i] = matrix.defaulted()[rows[i]];
    }
    List<LeakageCheck.Suspect> suspects = new ArrayList<>();
    for (int feature = 0; feature < matrix.columns().length; feature++) {
      double[] values = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        values[i] = matrix.columns()[feature][rows[i]];
      }
      FeatureEntry entry = matrix.dictionary().get(feature);
      suspects.add(
          new LeakageCheck.Suspect(
              entry.name(),
              entry.isCategory()
                  ? SingleFeature.ofCategory(values, defaulted)
                  : SingleFeature.ofNumber(values, defaulted)));
    }
    return suspects.stream()
        .sorted(Comparator.comparingDouble(LeakageCheck.Suspect::auc).reversed())
        .limit(SUSPECTS)
        .toList();
  }
}
