package io.creditstream.drift.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.features.profile.NumericBins;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class KolmogorovBracketTest {

  private static final long SEED = 20_260_108;

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void shouldHoldTheTrueDistanceOfContinuousSamples() {
    for (int round = 0; round < 60; round++) {
      double shift = round % 5 * 0.2;
      double[] reference = sample(2_000, this::gauss);
      double[] current = sample(100 + random.nextInt(900), () -> gauss() + shift);

      KolmogorovBracket bracket = bracket(reference, current);

      double exact = exact(current, reference);
      assertThat(exact)
          .as("seed %d, round %d", SEED, round)
          .isBetween(bracket.low() - 1e-12, bracket.high() + 1e-12);
      assertThat(bracket.high() - bracket.low()).isLessThan(0.03);
    }
  }

  @Test
  void shouldHoldTheTrueDistanceOfSamplesWithManyTies() {
    for (int round = 0; round < 60; round++) {
      int levels = 2 + random.nextInt(40);
      double[] reference = sample(1_000, () -> Math.rint(gauss() * levels / 4));
      double[] current = sample(500, () -> Math.rint(gauss() * levels / 4 + 0.3));

      KolmogorovBracket bracket = bracket(reference, current);

      assertThat(exact(current, reference))
          .as("seed %d, round %d", SEED, round)
          .isBetween(bracket.low() - 1e-12, bracket.high() + 1e-12);
    }
  }

  @Test
  void shouldBeExactWhereEachBinHoldsASingleDouble() {
    double[] reference = sample(1_000, () -> random.nextInt(2));
    double[] current = sample(1_000, () -> random.nextInt(3) == 0 ? 1 : 0);
    double[] edges = {Math.nextDown(0.0), 0.0, Math.nextDown(1.0), 1.0};

    KolmogorovBracket bracket =
        KolmogorovBracket.of(
            edges, NumericBins.count(edges, current), NumericBins.count(edges, reference));

    assertThat(bracket.low()).isCloseTo(exact(current, reference), within(1e-12));
    assertThat(bracket.high()).isEqualTo(bracket.low());
  }

  @Test
  void shouldBeZeroToTheLargestBinForIdenticalSamples() {
    double[] edges = {1, 2};

    KolmogorovBracket bracket =
        KolmogorovBracket.of(edges, new long[] {5, 10, 5}, new long[] {5, 10, 5});

    assertThat(bracket.low()).isZero();
    assertThat(bracket.high()).isEqualTo(0.5);
  }

  @Test
  void shouldBeZeroWhereASampleIsEmptyAndOneForSeparateSamples() {
    double[] edges = {1};

    assertThat(KolmogorovBracket.of(edges, new long[2], new long[] {1, 1}))
        .isEqualTo(new KolmogorovBracket(0, 0));
    assertThat(KolmogorovBracket.of(edges, new long[] {0, 7}, new long[] {9, 0}))
        .isEqualTo(new KolmogorovBracket(1, 1));
    assertThat(KolmogorovBracket.of(new double[0], new long[] {7}, new long[] {9}))
        .isEqualTo(new KolmogorovBracket(0, 1));
  }

  private double gauss() {
    return DoubleStream.generate(random::nextDouble).limit(12).sum() - 6;
  }

  private static double[] sample(int size, DoubleSupplier values) {
    return DoubleStream.generate(values).limit(size).toArray();
  }

  private static KolmogorovBracket bracket(double[] reference, double[] current) {
    double[] sorted = reference.clone();
    Arrays.sort(sorted);
    double[] edges = NumericBins.edges(sorted, 128);
    return KolmogorovBracket.of(
        edges, NumericBins.count(edges, current), NumericBins.count(edges, reference));
  }

  private static double exact(double[] current, double[] reference) {
    return KolmogorovSmirnovTest.withDefaults().statistic(current, reference);
  }
}
