package io.creditstream.drift.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.drift.tally.Tally;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PerformanceTest {

  private static final long SEED = 5;
  private static final double[] EDGES = {0.05, 0.1, 0.2};

  private final Random random = new Random(SEED);

  @Test
  void shouldComeCloseToTheFiguresOfTheLoansThemselves() {
    int n = 4_000;
    double[] p = new double[n];
    boolean[] defaulted = new boolean[n];
    Tally tally = new Tally();
    double brier = 0;
    for (int i = 0; i < n; i++) {
      p[i] = score();
      defaulted[i] = random.nextDouble() < p[i];
      brier += Math.pow((defaulted[i] ? 1 : 0) - p[i], 2) / n;
      Performance.countOutcome(tally, p[i], defaulted[i]);
    }

    Performance found = Performance.realised(tally, EDGES).orElseThrow();

    assertThat(found.estimated()).isFalse();
    assertThat(found.loans()).isEqualTo(n);
    assertThat(found.auc().orElseThrow()).isCloseTo(auc(p, defaulted), within(5e-4));
    assertThat(found.brier()).isCloseTo(brier, within(5e-4));
    assertThat(found.calibration().orElseThrow()).isBetween(0.85, 1.15);
    assertThat(found.ks().orElseThrow()).isBetween(0.1, 0.9);
  }

  @Test
  void shouldExpectWhatComesTrueWhereProbabilitiesAreRight() {
    Tally tally = new Tally();
    for (int i = 0; i < 40_000; i++) {
      double p = score();
      Performance.countApproved(tally, p);
      Performance.countOutcome(tally, p, random.nextDouble() < p);
    }

    Performance expected = Performance.estimated(tally, EDGES).orElseThrow();
    Performance known = Performance.realised(tally, EDGES).orElseThrow();

    assertThat(expected.estimated()).isTrue();
    assertThat(expected.calibration()).isEmpty();
    assertThat(expected.auc().orElseThrow()).isCloseTo(known.auc().orElseThrow(), within(0.015));
    assertThat(expected.brier()).isCloseTo(known.brier(), within(0.004));
    assertThat(expected.defaultRate()).isCloseTo(known.defaultRate(), within(0.006));
  }

  @Test
  void shouldPartLoansByBandsOfTheScore() {
    Tally tally = new Tally();
    Performance.countOutcome(tally, 0.01, false);
    Performance.countOutcome(tally, 0.15, true);
    Performance.countOutcome(tally, 0.16, false);
    Performance.countOutcome(tally, 0.9, true);

    assertThat(Performance.realised(tally, EDGES).orElseThrow().bands())
        .extracting(Performance.Band::loans)
        .containsExactly(1L, 0L, 2L, 1L);
    assertThat(Performance.realised(tally, EDGES).orElseThrow().bands())
        .extracting(Performance.Band::defaults)
        .containsExactly(0.0, 0.0, 1.0, 1.0);
  }

  @Test
  void shouldHaveNoAreaWithoutLoansOfBothKindsAndNoFiguresWithoutLoans() {
    Tally tally = new Tally();
    assertThat(Performance.realised(tally, EDGES)).isEmpty();
    assertThat(Performance.estimated(tally, EDGES)).isEmpty();

    Performance.countOutcome(tally, 0, false);
    Performance.countOutcome(tally, 1, false);
    Performance found = Performance.realised(tally, EDGES).orElseThrow();

    assertThat(found.auc()).isEmpty();
    assertThat(found.ks()).isEmpty();
    assertThat(found.brier()).isCloseTo(0.5, within(1e-3));
  }

  private double score() {
    return 1 / (1 + Math.exp(2 - 1.2 * random.nextGaussian()));
  }

  /** The share of pairs in the right order, counted pair by pair. */
  private static double auc(double[] p, boolean[] defaulted) {
    double right = 0;
    long pairs = 0;
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < p.length; j++) {
        if (defaulted[i] && !defaulted[j]) {
          pairs++;
          right += p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0;
        }
      }
    }
    return right / pairs;
  }
}
