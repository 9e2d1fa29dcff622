package io.creditstream.trainer.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.trainer.TestMatrix;
import io.creditstream.trainer.matrix.FeatureMatrix;
import io.creditstream.trainer.result.LeakageCheck;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeakageGuardTest {

  @Test
  void shouldNameTheFeatureThatKnowsTheOutcome() {
    FeatureMatrix sound = TestMatrix.random(1000, 1);
    Random random = new Random(1);
    double[] leak = new double[1000];
    for (int row = 0; row < leak.length; row++) {
      // Filled in for hardly any loan that defaulted.
      leak[row] = sound.defaulted()[row] && random.nextInt(20) > 0 ? Double.NaN : 1;
    }
    double[][] columns = {sound.columns()[0], sound.columns()[2], leak};
    FeatureMatrix leaking =
        TestMatrix.of(new String[] {"X1", "X3", "SETTLED"}, columns, sound.defaulted());

    LeakageCheck check = LeakageGuard.check(leaking, 0.81, 0.8, 1);

    assertThat(check.suspected()).isTrue();
    assertThat(check.suspects().get(0).feature()).isEqualTo("SETTLED");
    assertThat(check.suspects().get(0).auc()).isGreaterThan(0.95);
  }

  @Test
  void shouldSuspectAModelThatIsTooGood() {
    FeatureMatrix matrix = TestMatrix.random(1000, 1);

    assertThat(LeakageGuard.check(matrix, 0.83, 0.8, 1).suspected()).isTrue();
    assertThat(LeakageGuard.check(noise(matrix), 0.81, 0.8, 1).suspected()).isFalse();
  }

  @Test
  void shouldSeeCategoriesByTheirDefaultRates() {
    double[] codes = {0, 0, 1, 1, 2, 2};
    boolean[] defaulted = {true, true, false, false, true, false};

    assertThat(SingleFeature.ofCategory(codes, defaulted))
        .isCloseTo((6 + 2 + 0.5) / 9, within(1e-12));
  }

  @Test
  void shouldPartIdsAsNumbers() {
    SplitById split = SplitById.of(List.of("100010", "9", "100002", "88", "100003"));

    assertThat(split.early()).containsExactly(1, 2, 3, 4);
    assertThat(split.late()).containsExactly(0);
  }

  private static FeatureMatrix noise(FeatureMatrix matrix) {
    return TestMatrix.of(
        new String[] {"X3"}, new double[][] {matrix.columns()[2]}, matrix.defaulted());
  }
}
