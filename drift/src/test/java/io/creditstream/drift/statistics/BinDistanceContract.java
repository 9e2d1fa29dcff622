package io.creditstream.drift.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Laws of every distance between binned samples. */
abstract class BinDistanceContract {

  private static final long SEED = 20_260_107;

  abstract double distance(long[] current, long[] reference);

  /** The same by the definition, step by step. */
  abstract double oracle(long[] current, long[] reference);

  @Test
  void shouldBeZeroForIdenticalSamples() {
    long[] counts = {3, 0, 17, 40, 1};

    assertThat(distance(counts, counts)).isZero();
  }

  @Test
  void shouldBeAboutZeroForTheSameSharesOfLargeSamples() {
    long[] small = {30_000, 10_000, 60_000};
    long[] large = {300_000, 100_000, 600_000};

    assertThat(distance(small, large)).isCloseTo(0, within(1e-7));
  }

  @Test
  void shouldBeZeroAndNotNanWhereASampleIsEmpty() {
    assertThat(distance(new long[3], new long[] {1, 2, 3})).isZero();
    assertThat(distance(new long[] {1, 2, 3}, new long[3])).isZero();
    assertThat(distance(new long[0], new long[0])).isZero();
  }

  @Test
  void shouldIgnoreBinsEmptyOnBothSides() {
    assertThat(distance(new long[] {5, 0, 9, 0}, new long[] {7, 0, 2, 0}))
        .isEqualTo(distance(new long[] {5, 9}, new long[] {7, 2}));
  }

  @Test
  void shouldAgreeWithTheDefinitionNeverBeNegativeAndBeSymmetric() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 500; i++) {
      int bins = 1 + random.nextInt(20);
      long[] current = counts(random, bins);
      long[] reference = counts(random, bins);
      if (LongStream.of(current).sum() == 0 || LongStream.of(reference).sum() == 0) {
        continue;
      }

      double distance = distance(current, reference);

      assertThat(distance).as("seed %d, round %d", SEED, i).isNotNegative().isFinite();
      assertThat(distance).isCloseTo(oracle(current, reference), within(1e-12));
      assertThat(distance).isCloseTo(distance(reference, current), within(1e-12));
    }
  }

  private static long[] counts(SplittableRandom random, int bins) {
    long[] counts = new long[bins];
    for (int i = 0; i < bins; i++) {
      counts[i] = random.nextInt(4) == 0 ? 0 : random.nextInt(1000);
    }
    return counts;
  }
}
