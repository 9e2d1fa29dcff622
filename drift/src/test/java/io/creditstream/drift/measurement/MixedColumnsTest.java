package io.creditstream.drift.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.drift.measurement.FeatureMeasure.Kolmogorov;
import io.creditstream.features.profile.CategoryProfile;
import io.creditstream.features.profile.NumericBins;
import io.creditstream.features.profile.NumericProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/**
 * A hundred columns of every kind, from no drift to one of half a standard deviation, against what
 * their values give.
 */
class MixedColumnsTest {

  private static final long SEED = 7;
  private static final int REFERENCE = 50_000;
  private static final int WINDOW = 20_000;
  private static final int COLUMNS = 100;
  private static final int LEVELS = 30;

  @Test
  void shouldComeWithinAThousandthAndAHalfOfTheExactKolmogorovDistance() {
    int numbers = 0;
    for (int column = 0; column < COLUMNS; column++) {
      if (!isCategory(column)) {
        double[] reference = column(column, REFERENCE, 0);
        double[] window = column(column, WINDOW, strength(column));
        double exact =
            KolmogorovSmirnovTest.withDefaults().statistic(present(window), present(reference));

        Kolmogorov found = measure(reference, window).kolmogorov().orElseThrow();

        assertThat(found.low()).as("column %d", column).isCloseTo(exact, within(0.0015));
        assertThat(exact)
            .as("column %d", column)
            .isBetween(found.low() - 1e-12, found.high() + 1e-12);
        numbers++;
      }
    }
    assertThat(numbers).isEqualTo(80);
  }

  /** Beyond the last edge lies one bin of 128: so much the lower bound may miss, and no more. */
  @Test
  void shouldHoldTheExactDistanceInItsBracketWhereTheRangeOfValuesGrows() {
    double[] reference = new SplittableRandom(SEED).doubles(REFERENCE).toArray();
    double[] window = new SplittableRandom(SEED + 1).doubles(WINDOW, 0, 1.9).toArray();
    double exact = KolmogorovSmirnovTest.withDefaults().statistic(window, reference);

    Kolmogorov found = measure(reference, window).kolmogorov().orElseThrow();

    assertThat(exact).isBetween(found.low(), found.high());
    assertThat(found.low()).isCloseTo(exact, within(1.0 / NumericProfile.KS_BINS));
  }

  @Test
  void shouldHaveTheStabilityIndexOfAPlainSumOverTheValues() {
    for (int column = 0; column < COLUMNS; column++) {
      double[] reference = column(column, REFERENCE, 0);
      double[] window = column(column, WINDOW, strength(column));

      double found =
          isCategory(column)
              ? measureLevels(reference, window).psi()
              : measure(reference, window).psi();

      assertThat(found)
          .as("column %d", column)
          .isCloseTo(plain(column, reference, window), within(1e-12));
    }
  }

  private static FeatureMeasure measure(double[] reference, double[] window) {
    NumericProfile profile = NumericProfile.of("F", reference);
    double[] present = NumericBins.sortedPresent(window);
    return ColumnMeasurement.number(
        profile,
        NumericBins.count(profile.psiEdges(), present),
        NumericBins.count(profile.ksEdges(), present),
        window.length - present.length);
  }

  private static FeatureMeasure measureLevels(double[] reference, double[] window) {
    List<String> levels = IntStream.range(0, LEVELS).mapToObj(Integer::toString).toList();
    long[] counts = new long[LEVELS];
    long missing = 0;
    for (double value : window) {
      if (Double.isNaN(value)) {
        missing++;
      } else {
        counts[(int) value]++;
      }
    }
    return ColumnMeasurement.category(
        CategoryProfile.of("F", levels, reference), counts, 0, missing);
  }

  /** Σ (p − q) ln(p/q), each share counted by going through all values. */
  private static double plain(int column, double[] reference, double[] window) {
    double[] edges =
        isCategory(column)
            ? IntStream.range(0, LEVELS - 1).asDoubleStream().toArray()
            : NumericProfile.of("F", reference).psiEdges();
    List<double[]> bins = new ArrayList<>();
    for (int bin = 0; bin <= edges.length + 1; bin++) {
      double[] counts = {count(edges, bin, window), count(edges, bin, reference)};
      if (counts[0] + counts[1] > 0) {
        bins.add(counts);
      }
    }
    double sum = 0;
    for (double[] counts : bins) {
      double p = (counts[0] + 0.5) / (window.length + 0.5 * bins.size());
      double q = (counts[1] + 0.5) / (reference.length + 0.5 * bins.size());
      sum += (p - q) * Math.log(p / q);
    }
    return sum;
  }

  /** Values in a bin; the last bin is that of the missing ones. */
  private static double count(double[] edges, int bin, double[] values) {
    return Arrays.stream(values)
        .filter(
            value ->
                bin == edges.length + 1
                    ? Double.isNaN(value)
                    : (bin == 0 || value > edges[bin - 1])
                        && (bin == edges.length ? !Double.isNaN(value) : value <= edges[bin]))
        .count();
  }

  private static boolean isCategory(int column) {
    return column % 10 > 7;
  }

  private static double strength(int column) {
    return column / 10 / 20.0;
  }

  private static double[] present(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }

  private static double[] column(int column, int rows, double drift) {
    SplittableRandom random = new SplittableRandom(SEED + 1_000L * column + rows);
    double[] values = new double[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = value(column % 10, random, drift);
    }
    return values;
  }

  private static double value(int kind, SplittableRandom random, double drift) {
    double gaussian = random.nextGaussian();
    return switch (kind) {
      case 0 -> gaussian + drift;
      case 1 -> Math.exp(gaussian * (1 + drift));
      case 2 -> random.nextDouble() < 0.3 + drift / 2 ? Double.NaN : gaussian;
      case 3 -> random.nextDouble() < 0.9 - drift / 2 ? 0 : random.nextInt(1, 6);
      case 4 -> Math.rint(gaussian * 3 + drift);
      case 5 -> random.nextDouble() < 0.5 ? gaussian - 3 : gaussian * 0.5 + 3 + drift;
      case 6 -> random.nextDouble() < 0.001 ? 1e9 : random.nextDouble() + drift / 5;
      case 7 -> random.nextDouble() < 0.4 + drift / 2 ? 42 : Math.abs(gaussian) * 100;
      case 8 -> Math.floor(LEVELS * Math.pow(random.nextDouble(), 3 + drift));
      default -> random.nextDouble() < 0.1 + drift ? Double.NaN : random.nextInt(LEVELS);
    };
  }
}
