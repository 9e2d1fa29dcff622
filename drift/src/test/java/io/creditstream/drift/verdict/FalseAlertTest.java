package io.creditstream.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.histogram.CountedWindow;
import io.creditstream.drift.histogram.FeatureCells;
import io.creditstream.drift.histogram.HistogramLayout;
import io.creditstream.drift.measurement.WindowMeasurement;
import io.creditstream.features.profile.CategoryProfile;
import io.creditstream.features.profile.FeatureProfile;
import io.creditstream.features.profile.NumericProfile;
import io.creditstream.features.profile.ReferenceProfile;
import io.creditstream.schemas.DriftStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * At most one false alert in 1,000 windows of 120 features without drift, at the smallest size that
 * is judged, where chance reaches furthest. What counts as an alert is what operators see: one that
 * rises, on the second of three windows that say so. Verdicts of single windows, which are a
 * warning and wake nobody, are some four in these 121,000. Values are one of {@link #VALUES}
 * equally likely ones, so that the bins of each are looked up once and a window is drawn by
 * counting.
 */
class FalseAlertTest {

  private static final long SEED = 20_260_101;
  private static final int VALUES = 4_096;
  private static final int REFERENCE = 20_000;
  private static final int WINDOWS = 1_000;
  private static final int SAMPLES = 500;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<double[]> quantiles = new ArrayList<>();
  private final HistogramLayout layout = HistogramLayout.of(reference());

  @Test
  void shouldRaiseAtMostOneFalseAlertInAThousandWindows() {
    int[][][] cells = cells();
    DriftThresholds thresholds = DriftThresholds.standard();
    List<StatusHistory> histories =
        new ArrayList<>(Collections.nCopies(cells.length, StatusHistory.start()));
    long alerts = 0;
    long alertingWindows = 0;
    for (int window = 0; window < WINDOWS; window++) {
      long[] counts = new long[layout.cells()];
      for (int[][] feature : cells) {
        for (int i = 0; i < SAMPLES; i++) {
          for (int cell : feature[random.nextInt(VALUES)]) {
            counts[cell]++;
          }
        }
      }
      List<FeatureVerdict> verdicts =
          thresholds.judge(WindowMeasurement.measure(layout, CountedWindow.of(SAMPLES, counts)));
      for (int i = 0; i < verdicts.size(); i++) {
        StatusHistory before = histories.get(i);
        histories.set(i, before.next(verdicts.get(i)));
        alerts += histories.get(i).alerting() && !before.alerting() ? 1 : 0;
        alertingWindows += verdicts.get(i).verdict() == DriftStatus.ALERT ? 1 : 0;
      }
    }

    assertThat(cells).hasNumberOfRows(121);
    assertThat(alerts).as("alerts raised, seed %d", SEED).isLessThanOrEqualTo(1);
    assertThat(alertingWindows)
        .as("verdicts of single windows, of 121,000, seed %d", SEED)
        .isLessThanOrEqualTo(10);
  }

  /** The cells of each feature's values. */
  private int[][][] cells() {
    int[][][] cells = new int[layout.features().size()][VALUES][];
    for (int feature = 0; feature < cells.length; feature++) {
      FeatureCells located = layout.features().get(feature);
      for (int value = 0; value < VALUES; value++) {
        int[] found = new int[2];
        int size = located.locate(quantiles.get(feature)[value], found, 0);
        cells[feature][value] = Arrays.copyOf(found, size);
      }
    }
    return cells;
  }

  private ReferenceProfile reference() {
    for (int i = 0; i < 15; i++) {
      int step = i + 2;
      add(v -> Math.log((v + 0.5) / (VALUES - v - 0.5)));
      add(v -> Math.exp(v * step / 1_000.0));
      add(v -> v < VALUES * step / 20 ? Double.NaN : v);
      add(v -> v < VALUES * 0.9 ? 0 : v);
      add(v -> v * step / VALUES);
      add(v -> v % 2);
      add(v -> v * step / VALUES);
      add(v -> Math.floor(40 * Math.pow(v / (double) VALUES, step)));
    }
    add(v -> v / (double) VALUES);
    List<FeatureProfile> profiles =
        IntStream.range(0, 120).mapToObj(i -> profile(i, quantiles.get(i))).toList();
    return new ReferenceProfile(
        REFERENCE, profiles, NumericProfile.of(ReferenceProfile.SCORE, sample(quantiles.get(120))));
  }

  private FeatureProfile profile(int feature, double[] values) {
    String name = "F" + feature;
    double[] sample = sample(values);
    if (feature % 8 < 6) {
      return NumericProfile.of(name, sample);
    }
    int levels = (int) Arrays.stream(values).max().orElse(0) + 1;
    return CategoryProfile.of(
        name, IntStream.range(0, levels).mapToObj(Integer::toString).toList(), sample);
  }

  private void add(IntToDoubleFunction quantile) {
    quantiles.add(IntStream.range(0, VALUES).mapToDouble(quantile::applyAsDouble).toArray());
  }

  private double[] sample(double[] values) {
    return IntStream.range(0, REFERENCE).mapToDouble(i -> values[random.nextInt(VALUES)]).toArray();
  }
}
