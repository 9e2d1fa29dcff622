package io.creditstream.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.measurement.FeatureMeasure.Kolmogorov;
import io.creditstream.drift.measurement.FeatureMeasure.Missing;
import io.creditstream.drift.measurement.FeatureMeasure.Unseen;
import io.creditstream.drift.statistics.StabilityIndex;
import io.creditstream.schemas.DriftStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftThresholdsTest {

  private static final Kolmogorov NO_DISTANCE = new Kolmogorov(0.01, 0.02, 0.9);
  private static final Missing NONE_MISSING = new Missing(0, 0, 1);
  private static final Unseen NONE_UNSEEN = new Unseen(0, 1, 0);

  private final DriftThresholds thresholds = DriftThresholds.standard();

  @Test
  void shouldJudgeAFeatureByLimitsOfItsOwn() {
    DriftThresholds own =
        thresholds.with(
            ThresholdOverrides.parse(" F : psi_alert=0.5,ks=0.3; G:ks=0.2", thresholds));

    assertThat(own.judge(List.of(measure(5_000, 0.3))).get(0).verdict())
        .isEqualTo(DriftStatus.WARNING);
    assertThat(own.judge(List.of(kolmogorov(0.25, 1e-9))).get(0).verdict())
        .isEqualTo(DriftStatus.STABLE);
    assertThat(own.of("F").ks()).isEqualTo(0.3);
    assertThat(own.of("G").psiAlert()).isEqualTo(0.25);
    assertThat(own.of("H")).isSameAs(own.common());
    assertThat(own.unknown(List.of("F", "H"))).containsExactly("G");
  }

  @Test
  void shouldSayWhatIsWrongWithLimitsOfAFeature() {
    assertThatThrownBy(() -> ThresholdOverrides.parse("ks=0.3", thresholds))
        .hasMessageContaining("name no feature");
    assertThatThrownBy(() -> ThresholdOverrides.parse("F:psi=0.3", thresholds))
        .hasMessageContaining("F:psi=0.3")
        .hasMessageContaining("psi_alert");
    assertThatThrownBy(() -> ThresholdOverrides.parse("F:ks=much", thresholds))
        .hasMessageContaining("much is no number");
    assertThatThrownBy(() -> ThresholdOverrides.parse("F:psi_alert=0.01", thresholds))
        .hasMessageContaining("psiAlert is below psiWarning");
  }

  @Test
  void shouldSayNothingBelowFiveHundredSamples() {
    assertThat(verdict(measure(499, 9.0))).isEqualTo(DriftStatus.INSUFFICIENT);
    assertThat(verdict(measure(500, 9.0))).isEqualTo(DriftStatus.ALERT);
  }

  @Test
  void shouldSayNothingBesideAReferenceBelowFiveHundredRows() {
    FeatureMeasure measure =
        new FeatureMeasure(
            "F", 5_000, 499, 11, 9.0, 0.1, Optional.empty(), NONE_MISSING, NONE_UNSEEN);

    assertThat(verdict(measure)).isEqualTo(DriftStatus.INSUFFICIENT);
  }

  @Test
  void shouldWarnAndAlertByTheStabilityIndex() {
    assertThat(verdict(measure(5_000, 0.099))).isEqualTo(DriftStatus.STABLE);
    assertThat(verdict(measure(5_000, 0.10))).isEqualTo(DriftStatus.WARNING);
    assertThat(verdict(measure(5_000, 0.25))).isEqualTo(DriftStatus.ALERT);
  }

  @Test
  void shouldRaiseTheLimitsToWhatChanceReaches() {
    FeatureMeasure manyBins =
        new FeatureMeasure(
            "F", 500, 40_000, 60, 0.15, 0, Optional.empty(), NONE_MISSING, NONE_UNSEEN);
    double chance = StabilityIndex.chanceLimit(60, 500, 40_000, 0.01);

    FeatureVerdict verdict = thresholds.judge(List.of(manyBins)).get(0);

    assertThat(chance).isGreaterThan(0.15);
    assertThat(verdict.psiWarning()).isCloseTo(chance, within(1e-12));
    assertThat(verdict.verdict()).isEqualTo(DriftStatus.STABLE);
  }

  @Test
  void shouldAlertByKolmogorovOnLargeAndSignificantDistancesOnly() {
    assertThat(verdict(kolmogorov(0.11, 1e-6))).isEqualTo(DriftStatus.ALERT);
    assertThat(verdict(kolmogorov(0.0066, 1e-9))).isEqualTo(DriftStatus.STABLE);
    assertThat(verdict(kolmogorov(0.11, 0.02))).isEqualTo(DriftStatus.STABLE);
  }

  @Test
  void shouldNeedMoreSignificanceTheMoreFeaturesThereAre() {
    List<FeatureMeasure> window = new ArrayList<>(Collections.nCopies(149, measure(500, 0.01)));
    window.add(0, kolmogorov(0.11, 1e-4));

    assertThat(verdict(kolmogorov(0.11, 1e-4))).isEqualTo(DriftStatus.ALERT);
    assertThat(thresholds.judge(window).get(0).verdict()).isEqualTo(DriftStatus.STABLE);
  }

  @Test
  void shouldAlertWhereValuesGoMissingOrAppear() {
    assertThat(verdict(missing(0.30, 0.27, 1e-9))).isEqualTo(DriftStatus.ALERT);
    assertThat(verdict(missing(0.20, 0.27, 1e-9))).isEqualTo(DriftStatus.ALERT);
    assertThat(verdict(missing(0.285, 0.27, 1e-9))).isEqualTo(DriftStatus.STABLE);
    assertThat(verdict(missing(0.30, 0.27, 0.2))).isEqualTo(DriftStatus.STABLE);
  }

  @Test
  void shouldAlertOnUnseenLevelsUnlessTheyAreAChanceHit() {
    assertThat(verdict(unseen(0.002, 1e-5))).isEqualTo(DriftStatus.ALERT);
    assertThat(verdict(unseen(0.002, 0.02))).isEqualTo(DriftStatus.STABLE);
    assertThat(verdict(unseen(0.0009, 1e-9))).isEqualTo(DriftStatus.STABLE);
  }

  @Test
  void shouldForgiveTheStabilityIndexWhatUnseenLevelsAddByChance() {
    Unseen chance = new Unseen(0.05, 0.3, 0.4);
    Unseen many = new Unseen(0.05, 1e-9, 0.4);

    assertThat(verdict(measure(5_000, 0.64, NO_DISTANCE, NONE_MISSING, chance)))
        .isEqualTo(DriftStatus.WARNING);
    assertThat(verdict(measure(5_000, 0.49, NO_DISTANCE, NONE_MISSING, chance)))
        .isEqualTo(DriftStatus.STABLE);
    assertThat(verdict(measure(5_000, 0.39, NO_DISTANCE, NONE_MISSING, many)))
        .isEqualTo(DriftStatus.ALERT);
  }

  @Test
  void shouldBeCalmBelowFourFifthsOfEveryLimit() {
    assertThat(thresholds.judge(List.of(measure(5_000, 0.199))).get(0).calm()).isTrue();
    assertThat(thresholds.judge(List.of(measure(5_000, 0.201))).get(0).calm()).isFalse();
    assertThat(thresholds.judge(List.of(kolmogorov(0.085, 1e-9))).get(0).calm()).isFalse();
    assertThat(thresholds.judge(List.of(missing(0.287, 0.27, 1e-9))).get(0).calm()).isFalse();
    assertThat(thresholds.judge(List.of(unseen(0.0009, 1e-9))).get(0).calm()).isFalse();
  }

  @Test
  void shouldRefuseLimitsThatMakeNoSense() {
    assertThatThrownBy(() -> new FeatureLimits(0, 0.1, 0.25, 0.1, 0.02, 0.001, 0.8))
        .hasMessageContaining("minSamples");
    assertThatThrownBy(() -> new FeatureLimits(500, 0.3, 0.25, 0.1, 0.02, 0.001, 0.8))
        .hasMessageContaining("psiAlert");
    assertThatThrownBy(() -> new FeatureLimits(500, 0.1, 0.25, 0, 0.02, 0.001, 0.8))
        .hasMessageContaining("ks");
    assertThatThrownBy(() -> new DriftThresholds(FeatureLimits.standard(), 1, Map.of()))
        .hasMessageContaining("errorRate");
  }

  private DriftStatus verdict(FeatureMeasure measure) {
    return thresholds.judge(List.of(measure)).get(0).verdict();
  }

  private static FeatureMeasure measure(long samples, double psi) {
    return measure(samples, psi, NO_DISTANCE, NONE_MISSING, NONE_UNSEEN);
  }

  private static FeatureMeasure kolmogorov(double low, double pValue) {
    return measure(5_000, 0.01, new Kolmogorov(low, low, pValue), NONE_MISSING, NONE_UNSEEN);
  }

  private static FeatureMeasure missing(double rate, double reference, double pValue) {
    return measure(5_000, 0.01, NO_DISTANCE, new Missing(rate, reference, pValue), NONE_UNSEEN);
  }

  private static FeatureMeasure unseen(double rate, double pValue) {
    return measure(5_000, 0.01, NO_DISTANCE, NONE_MISSING, new Unseen(rate, pValue, 0));
  }

  private static FeatureMeasure measure(
      long samples, double psi, Kolmogorov kolmogorov, Missing missing, Unseen unseen) {
    return new FeatureMeasure(
        "F", samples, 40_000, 11, psi, 0.1, Optional.of(kolmogorov), missing, unseen);
  }
}
