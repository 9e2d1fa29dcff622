package io.creditstream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EngineCheckTest {

  @Test
  void shouldTakeModelThatDoesTheSame() {
    assertThatCode(() -> check(score -> score, contributions -> contributions, base -> base))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseTheLeastOtherScore() {
    refuses(
        () -> check(Math::nextUp, contributions -> contributions, base -> base),
        "the compiled model gives another score than LightGBM");
    refuses(
        () -> check(score -> Double.NaN, contributions -> contributions, base -> base),
        "the compiled model gives another score than LightGBM");
  }

  @Test
  void shouldRefuseOtherContributions() {
    refuses(
        () -> check(score -> score, EngineCheckTest::moved, base -> base),
        "the compiled model gives other contributions than LightGBM");
    refuses(
        () -> check(score -> score, contributions -> new double[4], base -> base),
        "contributions of the compiled model do not add up to its score");
    refuses(
        () -> check(score -> score, contributions -> contributions, base -> base + 1e-6),
        "the compiled model has another base value than LightGBM");
  }

  @Test
  void shouldDrawTheSameRowsAgainWithMissingAndExtremeValues() {
    double[][] rows = RandomRows.of(TestModel.bundle().profile(), 1000);

    double[][] again = RandomRows.of(TestModel.bundle().profile(), 1000);
    assertThat(Arrays.deepEquals(again, rows)).isTrue();
    for (int feature = 0; feature < TestModel.FEATURES; feature++) {
      int i = feature;
      assertThat(List.of(rows)).anyMatch(row -> Double.isNaN(row[i]));
      assertThat(List.of(rows)).anyMatch(row -> row[i] == -1);
      assertThat(List.of(rows)).anyMatch(row -> row[i] == Double.MAX_VALUE);
      assertThat(List.of(rows)).anyMatch(row -> Double.isInfinite(row[i]));
    }
  }

  /** The sum stays. */
  private static double[] moved(double[] contributions) {
    contributions[0] += 1e-5;
    contributions[1] -= 1e-5;
    return contributions;
  }

  private static void refuses(Runnable check, String reason) {
    assertThatThrownBy(check::run).isInstanceOf(ModelRefusedException.class).hasMessage(reason);
  }

  private static void check(
      UnaryOperator<Double> score,
      UnaryOperator<double[]> contributions,
      UnaryOperator<Double> base) {
    try (CreditModel lightGbm = LightGbmCreditModel.load(TestModel.text())) {
      EngineCheck.requireSame(
          TestModel.bundle(),
          lightGbm,
          new CreditModel() {
            @Override
            public int featureCount() {
              return lightGbm.featureCount();
            }

            @Override
            public double rawScore(double[] features) {
              return score.apply(lightGbm.rawScore(features));
            }

            @Override
            public double baseValue() {
              return base.apply(lightGbm.baseValue());
            }

            @Override
            public double[] contributions(double[] features) {
              return contributions.apply(lightGbm.contributions(features));
            }

            @Override
            public void close() {}
          });
    }
  }
}
