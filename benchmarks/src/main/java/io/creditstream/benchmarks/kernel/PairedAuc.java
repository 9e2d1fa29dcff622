package io.creditstream.benchmarks.kernel;

import io.creditstream.trainer.evaluation.RocAuc;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How much better one score ranks the same rows than another.
 *
 * @param difference AUC of the first minus that of the second
 * @param low lower end of the 95 % interval, by a bootstrap of rows
 * @param high upper end
 */
record PairedAuc(double difference, double low, double high) {

  private static final int RESAMPLES = 500;

  static PairedAuc of(double[] first, double[] second, boolean[] defaulted, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] differences = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      int[] rows = random.ints(defaulted.length, 0, defaulted.length).toArray();
      boolean[] outcomes = new boolean[rows.length];
      for (int row = 0; row < rows.length; row++) {
        outcomes[row] = defaulted[rows[row]];
      }
      differences[i] =
          RocAuc.of(pick(first, rows), outcomes) - RocAuc.of(pick(second, rows), outcomes);
    }
    Arrays.sort(differences);
    return new PairedAuc(
        RocAuc.of(first, defaulted) - RocAuc.of(second, defaulted),
        differences[RESAMPLES / 40],
        differences[RESAMPLES - 1 - RESAMPLES / 40]);
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }
}
