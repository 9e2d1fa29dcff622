package io.creditstream.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RocAucTest {

  @Test
  void shouldAgreeWithCountingAllPairs() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int rows = 2 + random.nextInt(60);
      int distinct = 1 + random.nextInt(20);
      double[] scores = new double[rows];
      boolean[] defaulted = new boolean[rows];
      for (int i = 0; i < rows; i++) {
        scores[i] = (random.nextInt(distinct) - distinct / 2) / 7.0;
        defaulted[i] = random.nextInt(4) == 0;
      }
      defaulted[0] = true;
      defaulted[1] = false;

      assertThat(RocAuc.of(scores, defaulted))
          .as("seed %d", seed)
          .isCloseTo(byPairs(scores, defaulted), within(1e-12));
    }
  }

  @Test
  void shouldBeOneZeroOrAHalfForPerfectReversedAndEqualScores() {
    boolean[] defaulted = {false, true, false, true};

    assertThat(RocAuc.of(new double[] {0.1, 0.8, 0.2, 0.9}, defaulted)).isEqualTo(1);
    assertThat(RocAuc.of(new double[] {0.9, 0.2, 0.8, 0.1}, defaulted)).isZero();
    assertThat(RocAuc.of(new double[] {0.5, 0.5, 0.5, 0.5}, defaulted)).isEqualTo(0.5);
    assertThat(RocAuc.of(new double[] {0.0, -0.0, 0.0, -0.0}, defaulted)).isEqualTo(0.5);
  }

  @Test
  void shouldBeNaNForOneClassAndForNone() {
    assertThat(RocAuc.of(new double[] {1, 2}, new boolean[] {true, true})).isNaN();
    assertThat(RocAuc.of(new double[] {1, 2}, new boolean[] {false, false})).isNaN();
    assertThat(RocAuc.of(new double[0], new boolean[0])).isNaN();
  }

  @Test
  void shouldStayExactForManyRows() {
    int rows = 200_000;
    double[] scores = new double[rows];
    boolean[] defaulted = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      scores[i] = i;
      defaulted[i] = i >= rows / 2;
    }

    assertThat(RocAuc.of(scores, defaulted)).isEqualTo(1);
  }

  @Test
  void shouldRefuseScoresThatAreNoNumbers() {
    assertThatThrownBy(() -> RocAuc.of(new double[] {1, Double.NaN}, new boolean[] {true, false}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a score is no number");
  }

  @Test
  void shouldRefuseScoresWithoutOutcome() {
    assertThatThrownBy(() -> RocAuc.of(new double[] {1, 2}, new boolean[] {true}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double byPairs(double[] scores, boolean[] defaulted) {
    double wins = 0;
    long pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (defaulted[i] && !defaulted[j]) {
          pairs++;
          wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    return wins / pairs;
  }
}
