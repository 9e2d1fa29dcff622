package io.creditstream.model;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.SelfTest;
import java.util.ArrayList;
import java.util.List;

/** Holds a compiled model against LightGBM. */
final class EngineCheck {

  private static final int RANDOM_ROWS = 1000;

  /** LightGBM needs milliseconds for each of these. */
  private static final int COMPARED_CONTRIBUTIONS = 20;

  /** Enough that the code is warm before the first decision. */
  private static final int SUMMED_CONTRIBUTIONS = 200;

  private static final double CONTRIBUTION_TOLERANCE = 1e-6;
  private static final double SUM_TOLERANCE = 1e-9;

  private EngineCheck() {}

  /**
   * Refuses a compiled model that differs from LightGBM on the self-test and on random rows: raw
   * scores in any bit; contributions, on the self-test and the first random rows, by more than
   * 1e-6; their sum from the score by more than 1e-9.
   *
   * @throws ModelRefusedException naming what differs
   */
  static void requireSame(Bundle bundle, CreditModel lightGbm, CreditModel compiled) {
    List<double[]> rows = new ArrayList<>();
    bundle.selfTest().rows().stream().map(SelfTest.Row::features).forEach(rows::add);
    int selfTest = rows.size();
    rows.addAll(List.of(RandomRows.of(bundle.profile(), RANDOM_ROWS)));
    if (!near(compiled.baseValue(), lightGbm.baseValue(), SUM_TOLERANCE)) {
      throw new ModelRefusedException("the compiled model has another base value than LightGBM");
    }
    for (int i = 0; i < rows.size(); i++) {
      double[] row = rows.get(i);
      double rawScore = compiled.rawScore(row);
      if (Double.compare(rawScore, lightGbm.rawScore(row)) != 0) {
        throw new ModelRefusedException("the compiled model gives another score than LightGBM");
      }
      if (i < selfTest + SUMMED_CONTRIBUTIONS) {
        double[] contributions = compiled.contributions(row);
        requireSum(contributions, compiled.baseValue(), rawScore);
        if (i < selfTest + COMPARED_CONTRIBUTIONS) {
          requireSame(contributions, lightGbm.contributions(row));
        }
      }
    }
  }

  private static void requireSum(double[] contributions, double baseValue, double rawScore) {
    double sum = baseValue;
    for (double contribution : contributions) {
      sum += contribution;
    }
    if (!near(sum, rawScore, SUM_TOLERANCE)) {
      throw new ModelRefusedException(
          "contributions of the compiled model do not add up to its score");
    }
  }

  private static void requireSame(double[] actual, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (!near(actual[i], expected[i], CONTRIBUTION_TOLERANCE)) {
        throw new ModelRefusedException(
            "the compiled model gives other contributions than LightGBM");
      }
    }
  }

  private static boolean near(double actual, double expected, double tolerance) {
    return Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
  }
}
