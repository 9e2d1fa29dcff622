package io.creditstream.drift.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;

class KolmogorovDistributionTest {

  @Test
  void shouldHaveTheValuesThatScipyComputes() {
    Map<Double, Double> expected =
        Map.of(
            0.2, 0.999999999999495,
            0.5, 0.9639452436648751,
            0.9, 0.3927307079406543,
            1.0, 0.26999967167735456,
            1.1, 0.1777181926064012,
            1.36, 0.049485876755377876,
            2.0, 0.0006709252557796953,
            3.0, 3.045995948942526e-08);

    expected.forEach(
        (x, p) ->
            assertThat(KolmogorovDistribution.survival(x))
                .as("x = %s", x)
                .isCloseTo(p, within(1e-14 + 1e-12 * p)));
  }

  @Test
  void shouldBeWhatTheDistributionForFiniteSamplesTendsTo() {
    SplittableRandom random = new SplittableRandom(5);
    KolmogorovSmirnovTest oracle =
        KolmogorovSmirnovTest.withDefaults().with(PValueMethod.ASYMPTOTIC);
    for (int round = 0; round < 8; round++) {
      double scale = 1 + round % 4 * 0.005;
      double[] x = DoubleStream.generate(random::nextDouble).limit(20_000).toArray();
      double[] y = DoubleStream.generate(() -> random.nextDouble() * scale).limit(30_000).toArray();

      var result = oracle.test(x, y);

      assertThat(KolmogorovDistribution.pValue(result.getStatistic(), 20_000, 30_000))
          .isCloseTo(result.getPValue(), within(0.003));
    }
  }

  @Test
  void shouldFallFromOneToZeroWithoutAJump() {
    double before = 1;
    for (double x = 0; x < 8; x += 0.001) {
      double p = KolmogorovDistribution.survival(x);
      assertThat(p).isBetween(0.0, before + 1e-12);
      assertThat(before - p).isLessThan(0.002);
      before = p;
    }
    assertThat(before).isLessThan(1e-50);
  }

  @Test
  void shouldBeOneWhereASampleIsEmpty() {
    assertThat(KolmogorovDistribution.pValue(0.5, 0, 10)).isEqualTo(1);
    assertThat(KolmogorovDistribution.pValue(0, 10, 10)).isEqualTo(1);
  }
}
