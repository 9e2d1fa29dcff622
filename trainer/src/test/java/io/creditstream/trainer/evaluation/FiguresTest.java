package io.creditstream.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.trainer.result.Quality;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Figures against values computed by hand and by their definitions. */
class FiguresTest {

  private static final double[] SCORES = {0.9, 0.8, 0.7, 0.7, 0.3, 0.1};
  private static final boolean[] DEFAULTED = {true, false, true, false, true, false};
  private static final RankedRows ROWS =
      RankedRows.of(SCORES, DEFAULTED, new double[] {10, 1, 10, 1, 10, 1});

  @Test
  void shouldAveragePrecisionOverRecallSteps() {
    // Recall rises by a third at 0.9 (precision 1), at 0.7 (2 of 4) and at 0.3 (3 of 5).
    assertThat(AveragePrecision.of(ROWS)).isCloseTo((1 + 2 / 4.0 + 3 / 5.0) / 3, within(1e-15));
  }

  @Test
  void shouldFindTheGreatestDistanceOfTheClasses() {
    // From the highest score down: 1/3-0, 1/3-1/3, 2/3-2/3, 1-2/3, 1-1.
    assertThat(KolmogorovSmirnov.of(ROWS)).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(KolmogorovSmirnov.of(RankedRows.of(new double[] {1, 2}, new boolean[2]))).isNaN();
  }

  @Test
  void shouldMeasureHowFarProbabilitiesAreOff() {
    assertThat(ProbabilityLoss.brier(ROWS))
        .isCloseTo((0.01 + 0.64 + 0.09 + 0.49 + 0.49 + 0.01) / 6, within(1e-15));
    assertThat(ProbabilityLoss.logLoss(ROWS))
        .isCloseTo(
            -(Math.log(0.9)
                    + Math.log(0.2)
                    + Math.log(0.7)
                    + Math.log(0.3)
                    + Math.log(0.3)
                    + Math.log(0.9))
                / 6,
            within(1e-15));
    assertThat(ProbabilityLoss.logLoss(RankedRows.of(new double[] {1}, new boolean[] {false})))
        .isFinite()
        .isGreaterThan(30);
  }

  @Test
  void shouldCountDecisions() {
    ConfusionMatrix confusion = ConfusionMatrix.at(0.7, ROWS);

    assertThat(confusion).isEqualTo(new ConfusionMatrix(2, 2, 1, 1));
    assertThat(confusion.recall()).isEqualTo(2 / 3.0);
    assertThat(confusion.precision()).isEqualTo(0.5);
    assertThat(ExpectedCost.at(0.7, ROWS)).isEqualTo((10 + 2) / 6.0);
  }

  @Test
  void shouldPutAllFiguresTogether() {
    Quality quality = Qualities.at(0.7, ROWS);

    assertThat(quality.auc()).isEqualTo(RocAuc.of(SCORES, DEFAULTED));
    assertThat(quality.gini()).isEqualTo(2 * quality.auc() - 1);
    assertThat(quality.prAuc()).isEqualTo(AveragePrecision.of(ROWS));
    assertThat(quality.cost()).isEqualTo(2);
    assertThat(Qualities.atCheapest(ROWS).cost()).isLessThanOrEqualTo(quality.cost());
  }

  @Test
  void shouldCountARowAsOftenAsItIsDrawn() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      double[] scores = random.doubles(30).map(score -> Math.round(score * 10) / 10.0).toArray();
      boolean[] defaulted = new boolean[30];
      double[] costs = random.doubles(30).toArray();
      for (int i = 0; i < 30; i++) {
        defaulted[i] = random.nextBoolean();
      }
      RankedRows drawn =
          RankedRows.of(scores, defaulted, costs).resample(new SplittableRandom(seed));
      RankedRows written = writtenOut(drawn);

      assertThat(drawn.total()).isEqualTo(30);
      assertThat(RocAuc.of(drawn)).isEqualTo(RocAuc.of(written));
      assertThat(AveragePrecision.of(drawn)).isCloseTo(AveragePrecision.of(written), within(1e-12));
      assertThat(KolmogorovSmirnov.of(drawn)).isEqualTo(KolmogorovSmirnov.of(written));
      assertThat(ProbabilityLoss.brier(drawn))
          .isCloseTo(ProbabilityLoss.brier(written), within(1e-12));
      assertThat(ConfusionMatrix.at(0.5, drawn)).isEqualTo(ConfusionMatrix.at(0.5, written));
      assertThat(ExpectedCost.cheapestThreshold(drawn))
          .isEqualTo(ExpectedCost.cheapestThreshold(written));
    }
  }

  @Test
  void shouldRefuseRowsWithoutCost() {
    assertThatThrownBy(() -> RankedRows.of(SCORES, DEFAULTED, new double[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The same rows, each as many times as it was drawn. */
  private static RankedRows writtenOut(RankedRows drawn) {
    int total = (int) drawn.total();
    double[] scores = new double[total];
    boolean[] defaulted = new boolean[total];
    double[] costs = new double[total];
    int next = 0;
    for (int place = 0; place < drawn.size(); place++) {
      for (int times = 0; times < drawn.weight(place); times++) {
        scores[next] = drawn.score(place);
        defaulted[next] = drawn.defaulted(place);
        costs[next++] = drawn.cost(place);
      }
    }
    return RankedRows.of(scores, defaulted, costs);
  }
}
