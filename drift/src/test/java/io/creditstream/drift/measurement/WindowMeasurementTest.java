package io.creditstream.drift.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.drift.histogram.WindowHistogram;
import io.creditstream.drift.measurement.Population.Change;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowMeasurementTest {

  private final Population population = new Population(1, 20_000, 11);

  @Test
  void shouldMeasureEveryFeatureAndTheScoreWithoutNan() {
    for (int size : new int[] {0, 1, 500}) {
      List<FeatureMeasure> measures = measure(size, Change.none());

      assertThat(measures).hasSize(9);
      assertThat(measures.get(8).feature()).isEqualTo("probability_of_default");
      for (FeatureMeasure measure : measures) {
        assertThat(measure.samples()).isEqualTo(size);
        assertThat(
                new double[] {
                  measure.psi(),
                  measure.jensenShannon(),
                  measure.missing().rate(),
                  measure.missing().pValue(),
                  measure.unseen().rate(),
                  measure.unseen().pValue()
                })
            .as("%s of %d", measure.feature(), size)
            .doesNotContain(Double.NaN);
        measure
            .kolmogorov()
            .ifPresent(
                found -> {
                  assertThat(found.low()).isBetween(0.0, found.high());
                  assertThat(found.high()).isLessThanOrEqualTo(1);
                  assertThat(found.pValue()).isBetween(0.0, 1.0);
                });
      }
    }
  }

  @Test
  void shouldCountMissingValuesAsABinOfTheirOwn() {
    FeatureMeasure silent =
        measure(
                500,
                (vector, random) -> {
                  vector[0] = Double.NaN;
                  return vector;
                })
            .get(0);

    assertThat(silent.missing().rate()).isEqualTo(1);
    assertThat(silent.missing().referenceRate()).isZero();
    assertThat(silent.missing().pValue()).isLessThan(1e-100);
    assertThat(silent.psi()).isGreaterThan(5);
    assertThat(silent.kolmogorov()).isEmpty();
  }

  @Test
  void shouldCountUnseenLevels() {
    FeatureMeasure category =
        measure(
                1_000,
                (vector, random) -> {
                  vector[7] = random.nextInt(10) == 0 ? -1 : vector[7];
                  return vector;
                })
            .get(7);

    assertThat(category.unseen().rate()).isCloseTo(0.1, within(0.03));
    assertThat(category.unseen().pValue()).isLessThan(1e-10);
    assertThat(category.kolmogorov()).isEmpty();
  }

  @Test
  void shouldLeaveConstantsAndAlwaysMissingFeaturesAtZero() {
    List<FeatureMeasure> measures = measure(700, Change.none());

    assertThat(measures.get(5).psi()).isZero();
    assertThat(measures.get(6).psi()).isZero();
    assertThat(measures.get(6).missing().referenceRate()).isEqualTo(1);
  }

  private List<FeatureMeasure> measure(int size, Change change) {
    WindowHistogram window = population.window(new Random(3), size, change);
    return WindowMeasurement.measure(population.layout(), window);
  }
}
