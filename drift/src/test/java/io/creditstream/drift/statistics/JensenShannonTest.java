package io.creditstream.drift.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JensenShannonTest extends BinDistanceContract {

  @Override
  double distance(long[] current, long[] reference) {
    return JensenShannon.of(new BinPair(current, reference));
  }

  /** By entropies: H(average) − ½ H(p) − ½ H(q). */
  @Override
  double oracle(long[] current, long[] reference) {
    double n = LongStream.of(current).sum();
    double m = LongStream.of(reference).sum();
    double sum = 0;
    for (int i = 0; i < current.length; i++) {
      double p = current[i] / n;
      double q = reference[i] / m;
      sum += entropy((p + q) / 2) - entropy(p) / 2 - entropy(q) / 2;
    }
    return Math.sqrt(Math.max(0, sum));
  }

  private static double entropy(double share) {
    return share == 0 ? 0 : -share * Math.log(share) / Math.log(2);
  }

  @Test
  void shouldHaveTheValueThatScipyComputes() {
    assertThat(distance(new long[] {10, 20, 30, 40, 0}, new long[] {25, 25, 25, 20, 5}))
        .isCloseTo(0.2776953882669456, within(1e-12));
  }

  @Test
  void shouldBeOneForSamplesThatShareNoBin() {
    assertThat(distance(new long[] {10, 0, 3}, new long[] {0, 8, 0})).isEqualTo(1);
  }
}
