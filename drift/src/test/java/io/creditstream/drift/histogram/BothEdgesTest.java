package io.creditstream.drift.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.profile.NumericBins;
import io.creditstream.features.profile.NumericProfile;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BothEdgesTest {

  private static final long SEED = 3;

  @Test
  void shouldFindTheSameBinsAsASearchInEitherOfThem() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 200; round++) {
      double[] reference =
          DoubleStream.generate(() -> value(random)).limit(random.nextInt(0, 400)).toArray();
      NumericProfile profile = NumericProfile.of("F", reference);
      BothEdges edges = new BothEdges(profile);

      DoubleStream.concat(
              DoubleStream.generate(() -> value(random)).limit(200),
              DoubleStream.of(profile.ksEdges()))
          .forEach(
              value -> {
                int bins = edges.binsOf(value);
                assertThat(BothEdges.stability(bins))
                    .as("seed %d, value %s", SEED, value)
                    .isEqualTo(NumericBins.indexOf(profile.psiEdges(), value));
                assertThat(BothEdges.kolmogorov(bins))
                    .as("seed %d, value %s", SEED, value)
                    .isEqualTo(NumericBins.indexOf(profile.ksEdges(), value));
              });
    }
  }

  /** Ties, both zeros, the next doubles beside a value, the largest ones, and now and then none. */
  private static double value(SplittableRandom random) {
    return switch (random.nextInt(9)) {
      case 0 -> 0.0;
      case 1 -> -0.0;
      case 2 -> Math.nextDown(0.0);
      case 3 -> random.nextInt(5);
      case 4 -> Math.nextUp((double) random.nextInt(5));
      case 5 -> random.nextBoolean() ? Double.MAX_VALUE : -Double.MAX_VALUE;
      case 6 ->
          random.nextInt(20) > 0
              ? 7
              : random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
      default -> random.nextGaussian();
    };
  }
}
