package io.creditstream.drift.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.drift.histogram.CellList;
import io.creditstream.drift.histogram.HistogramLayout;
import io.creditstream.drift.histogram.WindowHistogram;
import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.measurement.Population.Change;
import io.creditstream.drift.merging.Beginnings;
import io.creditstream.drift.merging.ClosedWindow;
import io.creditstream.drift.merging.StatusLedger;
import io.creditstream.drift.reference.ModelFacts;
import io.creditstream.drift.reference.ReferenceModel;
import io.creditstream.drift.store.MapLedger;
import io.creditstream.drift.tally.EffectSums;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.features.profile.ReferenceProfile;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.FeatureBins;
import io.creditstream.schemas.FeatureDrift;
import io.creditstream.schemas.WindowClosure;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DriftReporterTest {

  private static final Change SHIFT =
      (vector, random) -> {
        vector[0] += 1;
        vector[1] *= 8;
        return vector;
      };

  private final Population population = new Population(1, 5_000, 1);
  private final Random random = new Random(2);
  private final MapLedger store = new MapLedger();
  private final Beginnings beginnings = new Beginnings(store);
  private final DriftReporter reporter =
      new DriftReporter(DriftThresholds.standard(), new StatusLedger(store), beginnings);

  @Test
  void shouldWeighDriftByWhatTheFeatureContributes() {
    WindowCounts counts = window(1_000, SHIFT);
    explain(counts, 40, new double[] {0.1, -0.4, 0, 0, 0, 0, 0, 0});
    counts.tally().add("outcome/APPROVED", 1_000).add("cost/missed", 60L << 30);

    DriftReport report = report("all", counts);

    FeatureDrift first = report.getFeatures().get(0);
    FeatureDrift second = report.getFeatures().get(1);
    assertThat(first.getMeanContribution()).isCloseTo(0.1, within(1e-6));
    assertThat(second.getImpact())
        .isCloseTo(second.getJensenShannon() * 0.4, within(1e-6))
        .isGreaterThan(first.getImpact());
    assertThat(first.getCostChange() + second.getCostChange())
        .as("both share what a decision costs more than in training: 0.6 instead of 0.5")
        .isCloseTo(0.1, within(1e-9));
    assertThat(report.getFeatures().get(2).getCostChange()).as("does not drift").isNull();
    assertThat(report.getFeatures().get(8).getImpact()).as("the score").isNull();
    assertThat(report.getDecisions().getExpectedCost()).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void shouldTakeTheSelfTestRowsForWeightsWhereFewAreExplained() {
    DriftReport report = report("all", window(1_000, Change.none()));

    assertThat(report.getFeatures().get(0).getMeanContribution()).isEqualTo(0.3);
    assertThat(report.getDecisions().getExplained()).isZero();
    assertThat(report.getDecisions().getExplanationDrift()).isNull();
  }

  @Test
  void shouldCompareASegmentWithItsOwnBeginning() {
    ModelWindow first = new ModelWindow("m", "cash", 0, 100);
    assertThat(report("cash", window(1_000, SHIFT)).getFeatures()).isEmpty();
    beginnings.learn(first, window(2_500, SHIFT));

    DriftReport same = report("cash", window(1_000, SHIFT));
    DriftReport other = report("cash", window(1_000, Change.none()));

    assertThat(same.getReferenceSamples()).isEqualTo(2_500);
    assertThat(same.getStatus()).isEqualTo(DriftStatus.STABLE);
    assertThat(other.getFeatures())
        .filteredOn(feature -> feature.getVerdict() == DriftStatus.ALERT)
        .extracting(FeatureDrift::getFeature)
        .containsExactly("F0", "F1");
  }

  @Test
  void shouldCompareContributionsWithThoseOfTheBeginning() {
    WindowCounts before = window(2_000, Change.none());
    explain(before, 150, new double[] {0.2, 0.2, 0, 0, 0, 0, 0, 0});
    beginnings.learn(new ModelWindow("m", 0, 100), before);
    WindowCounts after = window(600, Change.none());
    explain(after, 120, new double[] {0.3, 0.1, 0, 0, 0, 0, 0, 0});

    assertThat(report("all", after).getDecisions().getExplanationDrift())
        .isCloseTo(0.25, within(1e-6));
  }

  @Test
  void shouldTellThatFeaturesNoLongerGoTogether() {
    double[][] columns = new double[2][4_000];
    for (int row = 0; row < 4_000; row++) {
      columns[0][row] = random.nextGaussian();
      columns[1][row] = columns[0][row] + 0.2 * random.nextGaussian();
    }
    ReferenceProfile profile =
        ReferenceProfile.of(
            new FeatureDictionary(List.of(entry("A"), entry("B"))), columns, columns[0]);
    HistogramLayout layout = HistogramLayout.of(profile);
    ReferenceModel model = new ReferenceModel("m", "v", profile, layout, ModelFacts.UNKNOWN);
    WindowHistogram fitting = WindowHistogram.empty(layout.cells());
    WindowHistogram broken = WindowHistogram.empty(layout.cells());
    for (int row = 0; row < 1_000; row++) {
      double a = columns[0][row];
      fitting.add(CellList.of(layout, new double[] {a, columns[1][row]}, a));
      broken.add(CellList.of(layout, new double[] {a, columns[1][row + 1]}, a));
    }

    WindowHistogram shifted = WindowHistogram.empty(layout.cells());
    for (int row = 0; row < 1_000; row++) {
      double a = columns[0][row];
      shifted.add(CellList.of(layout, new double[] {a + 1, columns[1][row]}, a));
    }

    DriftReport same = report(model, "all", WindowCounts.of(fitting));
    DriftReport moved = report(model, "all", WindowCounts.of(shifted));
    DriftReport torn = report(model, "all", WindowCounts.of(broken));

    assertThat(same.getJoint().getVerdict()).isEqualTo(DriftStatus.STABLE);
    assertThat(torn.getJoint().getVerdict()).isEqualTo(DriftStatus.ALERT);
    assertThat(torn.getFeatures())
        .extracting(FeatureDrift::getVerdict)
        .containsOnly(DriftStatus.STABLE);
    assertThat(torn.getJoint().getDrifting()).as("it is the relation alone").isEmpty();
    assertThat(moved.getJoint().getVerdict()).isEqualTo(DriftStatus.ALERT);
    assertThat(moved.getJoint().getDrifting())
        .as("what moves the distance without saying anything of relations")
        .containsExactly("A");
    assertThat(report("all", window(600, Change.none())).getJoint())
        .as("a reference that does not know")
        .isNull();
  }

  @Test
  void shouldShowBothDistributionsOfEveryFeatureAndForASegmentOfThoseThatDrift() {
    beginnings.learn(new ModelWindow("m", "cash", 0, 100), window(2_500, Change.none()));

    DriftReport everybody = report("all", window(1_000, SHIFT));
    DriftReport segment = report("cash", window(1_000, SHIFT));

    FeatureBins bins = everybody.getFeatures().get(0).getBins();
    assertThat(everybody.getFeatures()).allMatch(feature -> feature.getBins() != null);
    assertThat(bins.getLabels()).hasSize(11).endsWith("missing");
    assertThat(bins.getReference()).hasSize(11).startsWith(500L, 500L);
    assertThat(bins.getCurrent().stream().mapToLong(Long::longValue).sum()).isEqualTo(1_000);
    assertThat(segment.getFeatures())
        .filteredOn(feature -> feature.getBins() != null)
        .extracting(FeatureDrift::getFeature)
        .containsExactly("F0", "F1");
  }

  private static FeatureEntry entry(String name) {
    return new FeatureEntry(name, FeatureKind.NUMERIC, "topic", name, name, true, List.of());
  }

  @Test
  void shouldHaveNoNumbersThatAreNoneInAWindowOfNothing() {
    DriftReport report = report("all", WindowCounts.empty(population.layout().cells()));

    assertThat(report.getStatus()).isEqualTo(DriftStatus.INSUFFICIENT);
    assertThat(report.toString()).doesNotContain("NaN");
  }

  private WindowCounts window(int decisions, Change change) {
    return WindowCounts.of(population.window(random, decisions, change));
  }

  private static void explain(WindowCounts counts, int decisions, double[] contributions) {
    for (int i = 0; i < decisions; i++) {
      counts.effects().add(EffectSums.sizes(contributions));
    }
  }

  private DriftReport report(String segment, WindowCounts counts) {
    ReferenceModel model =
        new ReferenceModel(
            "m",
            "v",
            population.profile(),
            population.layout(),
            new ModelFacts(10, 0.5, new double[] {0.3, 0, 0, 0, 0, 0, 0, 0}));
    return report(model, segment, counts);
  }

  private DriftReport report(ReferenceModel model, String segment, WindowCounts counts) {
    return reporter.report(
        new ClosedWindow(
            new ModelWindow("m", segment, 1_000, 100), WindowClosure.WATERMARK, counts, 0),
        model,
        Instant.EPOCH);
  }
}
