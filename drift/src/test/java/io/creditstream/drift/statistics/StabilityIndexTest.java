package io.creditstream.drift.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StabilityIndexTest extends BinDistanceContract {

  @Override
  double distance(long[] current, long[] reference) {
    return StabilityIndex.of(new BinPair(current, reference));
  }

  @Override
  double oracle(long[] current, long[] reference) {
    int bins = 0;
    for (int i = 0; i < current.length; i++) {
      bins += current[i] + reference[i] > 0 ? 1 : 0;
    }
    double n = LongStream.of(current).sum();
    double m = LongStream.of(reference).sum();
    double sum = 0;
    for (int i = 0; i < current.length; i++) {
      if (current[i] + reference[i] > 0) {
        double p = (current[i] + 0.5) / (n + 0.5 * bins);
        double q = (reference[i] + 0.5) / (m + 0.5 * bins);
        sum += (p - q) * (Math.log(p) - Math.log(q));
      }
    }
    return sum;
  }

  @Test
  void shouldHaveTheValueThatScipyComputes() {
    assertThat(distance(new long[] {10, 20, 30, 40, 0}, new long[] {25, 25, 25, 20, 5}))
        .isCloseTo(0.3990543905923223, within(1e-12));
  }

  @Test
  void shouldLimitChanceByTheChiSquaredQuantile() {
    double limit = StabilityIndex.chanceLimit(11, 500, 50_000, 0.01 / 150);

    assertThat(limit).isCloseTo((1 / 500.0 + 1 / 50_000.0) * 36.58819396888656, within(1e-9));
  }

  @Test
  void shouldLimitChanceToZeroWhereNothingCanDiffer() {
    assertThat(StabilityIndex.chanceLimit(1, 500, 500, 0.01)).isZero();
    assertThat(StabilityIndex.chanceLimit(0, 500, 500, 0.01)).isZero();
    assertThat(StabilityIndex.chanceLimit(10, 0, 500, 0.01)).isZero();
  }
}
