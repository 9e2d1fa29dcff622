package io.creditstream.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.measurement.ColumnMeasurement;
import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.measurement.Population.Change;
import io.creditstream.drift.measurement.WindowMeasurement;
import io.creditstream.features.profile.CategoryProfile;
import io.creditstream.schemas.DriftStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A population that stays what it was raises no alert, whatever the size of its windows. */
class NoDriftSimulationTest {

  private static final long SEED = 77;
  private static final int WINDOWS = 60;

  private final Population population = new Population(8, 20_000, SEED);

  @Test
  void shouldStayQuietOnSmallWindows() {
    assertQuiet(500);
  }

  @Test
  void shouldStayQuietOnLargeWindows() {
    assertQuiet(3_000);
  }

  @Test
  void shouldAlertOnTheShiftedFeaturesAndOnNothingElse() {
    Change shift =
        (vector, random) -> {
          vector[0] += 0.5;
          vector[2] = random.nextInt(100) < 20 ? Double.NaN : vector[2];
          vector[7] = random.nextInt(100) < 5 ? -1 : vector[7];
          return vector;
        };

    List<StatusHistory> features = watch(2_000, 3, shift);

    for (int i = 0; i < features.size(); i++) {
      boolean shifted = i == 0 || i == 7;
      assertThat(features.get(i).status() == DriftStatus.ALERT)
          .as("feature %d, seed %d", i, SEED)
          .isEqualTo(shifted || i == 2);
    }
  }

  @Test
  void shouldStayQuietOnManyRareLevelsOfWhichSomeAreNew() {
    Random random = new Random(SEED);
    List<FeatureMeasure> measures = new ArrayList<>();
    for (int feature = 0; feature < 20; feature++) {
      Map<Integer, Integer> places = new HashMap<>();
      random.ints(30_000, 0, 10_000).forEach(level -> places.merge(level, 1, Integer::sum));
      long[] reference = places.values().stream().mapToLong(Integer::longValue).toArray();
      int place = 0;
      for (Map.Entry<Integer, Integer> entry : places.entrySet()) {
        entry.setValue(place++);
      }
      long[] window = new long[reference.length];
      long unseen = 0;
      for (int row = 0; row < 30_000; row++) {
        Integer known = places.get(random.nextInt(10_000));
        if (known == null) {
          unseen++;
        } else {
          window[known]++;
        }
      }
      List<String> names = Collections.nCopies(reference.length, "level");
      measures.add(
          ColumnMeasurement.category(
              new CategoryProfile("F" + feature, names, reference, 0), window, unseen, 0));
    }

    assertThat(measures).allSatisfy(measure -> assertThat(measure.unseen().rate()).isPositive());
    assertThat(DriftThresholds.standard().judge(measures))
        .as("seed %d", SEED)
        .extracting(FeatureVerdict::verdict)
        .doesNotContain(DriftStatus.ALERT);
  }

  private void assertQuiet(int size) {
    List<StatusHistory> features = watch(size, WINDOWS, Change.none());

    assertThat(features)
        .as("seed %d", SEED)
        .extracting(StatusHistory::status)
        .containsOnly(DriftStatus.STABLE);
  }

  /** Plays windows; fails at once if a status of alert was reached without a shift. */
  private List<StatusHistory> watch(int size, int windows, Change change) {
    Random random = new Random(SEED);
    DriftThresholds thresholds = DriftThresholds.standard();
    int features = population.layout().features().size();
    List<StatusHistory> histories =
        new ArrayList<>(Collections.nCopies(features, StatusHistory.start()));
    for (int window = 0; window < windows; window++) {
      List<FeatureVerdict> verdicts =
          thresholds.judge(
              WindowMeasurement.measure(
                  population.layout(), population.window(random, size, change)));
      for (int i = 0; i < features; i++) {
        histories.set(i, histories.get(i).next(verdicts.get(i)));
        if (windows == WINDOWS) {
          assertThat(verdicts.get(i).verdict())
              .as("feature %d, window %d, seed %d", i, window, SEED)
              .isEqualTo(DriftStatus.STABLE);
        }
      }
    }
    return histories;
  }
}
