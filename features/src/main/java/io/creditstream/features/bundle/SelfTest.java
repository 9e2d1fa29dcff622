package io.creditstream.features.bundle;

import java.util.List;

/**
 * Rows with what the model made of them when it was trained: it must do so again wherever it is
 * loaded.
 */
public record SelfTest(List<Row> rows) {

  public SelfTest {
    rows = List.copyOf(rows);
  }

  /**
   * One row. The arrays must not be changed.
   *
   * @param features the vector; NaN where missing
   * @param rawScore the score, in log-odds
   * @param contributions one a feature
   */
  public record Row(double[] features, double rawScore, double[] contributions) {}
}
