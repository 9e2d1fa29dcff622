package io.creditstream.trainer;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.trainer.matrix.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small feature matrices. */
public final class TestMatrix {

  private TestMatrix() {}

  /**
   * Of given columns; those whose name begins with C are categories of the levels a, b and c.
   *
   * @param columns columns[feature][row]
   */
  public static FeatureMatrix of(String[] names, double[][] columns, boolean[] defaulted) {
    List<FeatureEntry> entries = new ArrayList<>();
    for (String name : names) {
      boolean category = name.startsWith("C");
      entries.add(
          new FeatureEntry(
              name,
              category ? FeatureKind.CATEGORY : FeatureKind.NUMERIC,
              "topic",
              name,
              name,
              true,
              category ? List.of("a", "b", "c") : List.of()));
    }
    return new FeatureMatrix(
        new FeatureDictionary(entries),
        IntStream.range(0, defaulted.length).mapToObj(row -> "c" + row).toList(),
        columns,
        defaulted);
  }

  /** Random rows: the risk rises with X1 and the category C, X2 is often missing, X3 is noise. */
  public static FeatureMatrix random(int rows, long seed) {
    Random random = new Random(seed);
    double[][] columns = new double[4][rows];
    boolean[] defaulted = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      columns[0][row] = random.nextGaussian();
      columns[1][row] = random.nextInt(3) == 0 ? Double.NaN : random.nextGaussian();
      columns[2][row] = random.nextGaussian();
      columns[3][row] = random.nextInt(3);
      double risk = columns[0][row] + 0.5 * columns[3][row] + random.nextGaussian();
      defaulted[row] = risk > 2;
    }
    return of(new String[] {"X1", "X2", "X3", "C"}, columns, defaulted);
  }
}
