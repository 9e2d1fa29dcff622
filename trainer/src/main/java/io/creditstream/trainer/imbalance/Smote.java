package io.creditstream.trainer.imbalance;

import io.creditstream.trainer.fit.RowTreatment;
import io.creditstream.trainer.fit.TreatedRows;
import io.creditstream.trainer.matrix.FeatureMatrix;
import java.util.SplittableRandom;

/**
 * Makes synthetic defaults until there are as many as good loans: SMOTE-NC of Chawla, Bowyer, Hall
 * and Kegelmeyer, "SMOTE: Synthetic Minority Over-sampling Technique" (2002), section 6.1. Each
 * lies at a random point between a default and one of its five nearest neighbours among the
 * defaults. A category is that of most of the neighbours, the lowest code where several are as
 * frequent. The original knows no missing values; here a number that only one of the two has is
 * that of the nearer end, present or missing.
 */
public record Smote() implements RowTreatment {

  static final int NEIGHBOURS = 5;

  @Override
  public String title() {
    return "SMOTE";
  }

  @Override
  public TreatedRows apply(FeatureMatrix matrix, int[] rows, long seed) {
    ClassRows classes = ClassRows.of(matrix.defaulted(), rows);
    int defaults = classes.defaults().length;
    int needed = classes.goods().length - defaults;
    if (defaults < 2 || needed < 1) {
      return TreatedRows.plain(rows);
    }
    int[][] neighbours = new MixedDistance(matrix, classes.defaults()).nearest(NEIGHBOURS);
    double[][] synthetic = new double[matrix.columns().length][needed];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < needed; i++) {
      int from = i % defaults;
      int[] near = neighbours[from];
      int to = near[random.nextInt(near.length)];
      double position = random.nextDouble();
      for (int feature = 0; feature < synthetic.length; feature++) {
        double[] column = matrix.columns()[feature];
        synthetic[feature][i] =
            matrix.dictionary().get(feature).isCategory()
                ? mostFrequent(column, classes.defaults(), near)
                : between(
                    column[classes.defaults()[from]], column[classes.defaults()[to]], position);
      }
    }
    double odds = (double) (defaults + needed) / defaults;
    return new TreatedRows(rows, synthetic, 1, StrictMath.log(odds));
  }

  static double between(double from, double to, double position) {
    if (Double.isNaN(from) || Double.isNaN(to)) {
      return position < 0.5 ? from : to;
    }
    return from + position * (to - from);
  }

  private static double mostFrequent(double[] column, int[] defaults, int[] neighbours) {
    double best = Double.NaN;
    int mostVotes = 0;
    for (int candidate : neighbours) {
      double code = column[defaults[candidate]];
      int votes = 0;
      for (int other : neighbours) {
        votes += Double.compare(column[defaults[other]], code) == 0 ? 1 : 0;
      }
      // A missing category is the greatest of all codes in this order.
      if (votes > mostVotes || votes == mostVotes && Double.compare(code, best) < 0) {
        best = code;
        mostVotes = votes;
      }
    }
    return best;
  }
}
