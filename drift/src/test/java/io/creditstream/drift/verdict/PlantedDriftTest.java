package io.creditstream.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.histogram.CellList;
import io.creditstream.drift.histogram.HistogramLayout;
import io.creditstream.drift.histogram.WindowHistogram;
import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.measurement.WindowMeasurement;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.features.profile.ReferenceProfile;
import io.creditstream.schemas.DriftStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every planted drift is found within two windows of 1,000 decisions, and nothing else is. The
 * features: two numbers that go together, one with outliers in the reference, one of five values, a
 * category.
 */
class PlantedDriftTest {

  private static final long SEED = 41;
  private static final int REFERENCE = 20_000;
  private static final int WINDOW = 1_000;
  private static final List<String> LEVELS = List.of("a", "b", "c", "d");
  private static final String JOINT = "joint";

  private final Random random = new Random(SEED);
  private final HistogramLayout layout = HistogramLayout.of(reference());

  /** Changes a row; the row of somebody else is there to mix with. */
  private interface Plant {
    void in(double[] row, double[] other, Random random);
  }

  static Stream<Arguments> plants() {
    return Stream.of(
        planted("shift of half a deviation", Set.of("X", JOINT), (row, other, r) -> row[0] += 0.5),
        planted("half the scale", Set.of("X", JOINT), (row, other, r) -> row[0] *= 0.5),
        planted(
            "shift of a feature with outliers in the reference",
            Set.of("OUTLIERS"),
            (row, other, r) -> row[2] += 0.5),
        planted(
            "one outlier in a hundred, no drift",
            Set.of(),
            (row, other, r) -> row[2] = r.nextInt(100) == 0 ? 1e9 : row[2]),
        planted(
            "missing 0 to 20 %",
            Set.of("X"), (row, other, r) -> row[0] = r.nextInt(5) == 0 ? Double.NaN : row[0]),
        planted(
            "a new category",
            Set.of("LEVEL"),
            (row, other, r) -> row[4] = r.nextInt(50) == 0 ? FeatureEntry.UNSEEN : row[4]),
        planted(
            "swapped categories",
            Set.of("LEVEL"),
            (row, other, r) -> row[4] = row[4] == 0 ? 1 : row[4] == 1 ? 0 : row[4]),
        planted("a frozen value", Set.of("FIVE"), (row, other, r) -> row[3] = 2),
        planted(
            "a feature that stops arriving",
            Set.of("FIVE"),
            (row, other, r) -> row[3] = Double.NaN),
        planted("a broken correlation", Set.of(JOINT), (row, other, r) -> row[1] = other[1]),
        planted("nothing", Set.of(), (row, other, r) -> {}));
  }

  private static Arguments planted(String name, Set<String> alerts, Plant plant) {
    return Arguments.of(Named.of(name, plant), alerts);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plants")
  void shouldFindWhatIsPlantedAndNothingElse(Plant plant, Set<String> alerts) {
    int features = layout.features().size();
    List<StatusHistory> histories =
        new ArrayList<>(Collections.nCopies(features, StatusHistory.start()));
    StatusHistory joint = StatusHistory.start();
    DriftThresholds thresholds = DriftThresholds.standard();
    for (int window = 0; window < 2; window++) {
      WindowHistogram counts = window(plant);
      List<FeatureVerdict> verdicts = thresholds.judge(WindowMeasurement.measure(layout, counts));
      for (int i = 0; i < features; i++) {
        histories.set(i, histories.get(i).next(verdicts.get(i)));
      }
      FeatureMeasure distance = WindowMeasurement.joint(layout, counts).orElseThrow();
      joint = joint.next(thresholds.judge(List.of(distance)).get(0));
    }

    Set<String> found = new TreeSet<>();
    for (int i = 0; i < features; i++) {
      if (histories.get(i).status() == DriftStatus.ALERT) {
        found.add(layout.features().get(i).name());
      }
    }
    // Where a feature drifts, that the features no longer go together is a consequence.
    if (joint.status() == DriftStatus.ALERT && (found.isEmpty() || alerts.contains(JOINT))) {
      found.add(JOINT);
    }
    assertThat(found).as("seed %d", SEED).isEqualTo(new TreeSet<>(alerts));
  }

  @Test
  void shouldSeeNoDriftOfFeaturesTogetherWhereThereIsNone() {
    int alerts = 0;
    for (int window = 0; window < 200; window++) {
      FeatureMeasure distance =
          WindowMeasurement.joint(layout, window((row, other, r) -> {})).orElseThrow();
      FeatureVerdict verdict = DriftThresholds.standard().judge(List.of(distance)).get(0);
      alerts += verdict.verdict() == DriftStatus.ALERT ? 1 : 0;
    }

    assertThat(alerts).as("seed %d", SEED).isZero();
  }

  private WindowHistogram window(Plant plant) {
    WindowHistogram counts = WindowHistogram.empty(layout.cells());
    for (int i = 0; i < WINDOW; i++) {
      double[] row = row();
      plant.in(row, row(), random);
      counts.add(CellList.of(layout, row, score()));
    }
    return counts;
  }

  private ReferenceProfile reference() {
    double[][] columns = new double[5][REFERENCE];
    double[] scores = new double[REFERENCE];
    for (int i = 0; i < REFERENCE; i++) {
      double[] row = row();
      for (int feature = 0; feature < row.length; feature++) {
        columns[feature][i] = row[feature];
      }
      scores[i] = score();
    }
    IntStream.range(0, 20).forEach(i -> columns[2][i * 1_000] = i % 2 == 0 ? 1e9 : -1e9);
    return ReferenceProfile.of(dictionary(), columns, scores);
  }

  private double[] row() {
    double common = random.nextGaussian();
    return new double[] {
      common,
      Math.exp(common + 0.3 * random.nextGaussian()),
      random.nextGaussian(),
      random.nextInt(5),
      Math.min(3, (int) (-Math.log(random.nextDouble()) / 0.7))
    };
  }

  private double score() {
    return 1 / (1 + Math.exp(2 - random.nextGaussian()));
  }

  private static FeatureDictionary dictionary() {
    return new FeatureDictionary(
        List.of(
            entry("X", List.of()),
            entry("Y", List.of()),
            entry("OUTLIERS", List.of()),
            entry("FIVE", List.of()),
            entry("LEVEL", LEVELS)));
  }

  private static FeatureEntry entry(String name, List<String> levels) {
    return new FeatureEntry(
        name,
        levels.isEmpty() ? FeatureKind.NUMERIC : FeatureKind.CATEGORY,
        "topic",
        name,
        name,
        true,
        levels);
  }
}
