package io.creditstream.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

  private static final double[] PROBABILITIES = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
  private static final boolean[] DEFAULTED = {false, true, false, false, true, true};

  @Test
  void shouldDeclineFromTheThresholdOn() {
    ConfusionMatrix matrix = ConfusionMatrix.at(0.3, PROBABILITIES, DEFAULTED);

    assertThat(matrix).isEqualTo(new ConfusionMatrix(2, 2, 1, 1));
    assertThat(matrix.total()).isEqualTo(6);
    assertThat(matrix.accuracy()).isEqualTo(0.5);
  }

  @Test
  void shouldApproveOrDeclineEverybodyAtTheEnds() {
    assertThat(ConfusionMatrix.at(0, PROBABILITIES, DEFAULTED))
        .isEqualTo(new ConfusionMatrix(3, 3, 0, 0));
    assertThat(ConfusionMatrix.at(1, PROBABILITIES, DEFAULTED))
        .isEqualTo(new ConfusionMatrix(0, 0, 3, 3));
  }
}
