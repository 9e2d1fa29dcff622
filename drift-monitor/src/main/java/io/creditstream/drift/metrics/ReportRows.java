package io.creditstream.drift.metrics;

import io.creditstream.drift.report.UnknownLimits;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.verdict.FeatureLimits;
import io.creditstream.drift.window.WindowLabel;
import io.creditstream.schemas.DecisionShares;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.FeatureDrift;
import io.creditstream.schemas.ModelPerformance;
import io.creditstream.schemas.NamedCount;
import io.creditstream.schemas.ScoreBand;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Locale;

/** Turns a report into rows of gauges. */
final class ReportRows {

  private final DriftThresholds thresholds;

  ReportRows(DriftThresholds thresholds) {
    this.thresholds = thresholds;
  }

  GaugeRows of(DriftReport report) {
    GaugeRows rows =
        new GaugeRows(
            Tags.of(
                "window",
                WindowLabel.of(Duration.between(report.getWindowStart(), report.getWindowEnd())),
                "segment",
                report.getSegment(),
                "model",
                report.getModelVersion()));
    rows.add(DriftGauge.SAMPLES, report.getSamples());
    rows.add(DriftGauge.WINDOW_END, report.getWindowEnd().toEpochMilli() / 1e3);
    for (DriftStatus status : DriftStatus.values()) {
      long features =
          report.getFeatures().stream().filter(feature -> feature.getStatus() == status).count();
      rows.add(DriftGauge.FEATURES, features, "status", word(status));
    }
    report.getFeatures().forEach(feature -> feature(rows, feature));
    if (UnknownLimits.areToldBy(report)) {
      rows.add(DriftGauge.LIMITS_UNKNOWN, UnknownLimits.of(thresholds, report).size());
    }
    BinRows.add(rows, report);
    if (report.getDecisions() != null && report.getSamples() > 0) {
      decisions(rows, report.getDecisions(), report.getSamples());
    }
    others(rows, report);
    report.getPerformance().forEach(performance -> performance(rows, performance));
    return rows;
  }

  private void feature(GaugeRows rows, FeatureDrift feature) {
    String name = feature.getFeature();
    rows.add(DriftGauge.STATUS, feature.getStatus().ordinal() - 1, "feature", name);
    rows.add(DriftGauge.MISSING_RATE, feature.getMissingRate(), "feature", name);
    rows.add(DriftGauge.REFERENCE_MISSING_RATE, feature.getReferenceMissingRate(), "feature", name);
    rows.add(DriftGauge.UNSEEN_RATE, feature.getUnseenRate(), "feature", name);
    rows.add(DriftGauge.IMPACT, feature.getImpact(), "feature", name);
    rows.add(DriftGauge.COST_CHANGE, feature.getCostChange(), "feature", name);
    rows.add(DriftGauge.PSI, feature.getPsi(), "feature", name);
    rows.add(DriftGauge.KS, feature.getKsLow(), "feature", name);
    FeatureLimits limits = thresholds.of(name);
    threshold(rows, name, "missing_rate", limits.missingRate());
    threshold(rows, name, "unseen_rate", limits.unseenRate());
    if (feature.getPsi() != null) {
      threshold(rows, name, "psi_warning", feature.getPsiWarning());
      threshold(rows, name, "psi_alert", feature.getPsiAlert());
    }
    if (feature.getKsLow() != null) {
      threshold(rows, name, "ks", limits.ks());
    }
  }

  private static void threshold(GaugeRows rows, String feature, String statistic, double value) {
    rows.add(DriftGauge.THRESHOLD, value, "feature", feature, "statistic", statistic);
  }

  private static void decisions(GaugeRows rows, DecisionShares decisions, double samples) {
    rows.add(DriftGauge.APPROVAL_RATE, decisions.getApproved() / samples);
    share(rows, "approved", decisions.getApproved() / samples);
    share(rows, "referred", decisions.getReferred() / samples);
    share(rows, "declined", decisions.getDeclined() / samples);
    rows.add(DriftGauge.EXPECTED_COST, decisions.getExpectedCost());
    for (NamedCount source : decisions.getMissingSources()) {
      rows.add(
          DriftGauge.MISSING_SOURCE_SHARE, source.getCount() / samples, "source", source.getName());
    }
    double explained = decisions.getExplained();
    for (NamedCount reason : decisions.getReasons()) {
      if (explained > 0) {
        rows.add(DriftGauge.REASON_SHARE, reason.getCount() / explained, "code", reason.getName());
      }
    }
    rows.add(DriftGauge.EXPLAINED_SAMPLES, decisions.getExplained());
    rows.add(DriftGauge.EXPLANATION_DRIFT, decisions.getExplanationDrift());
  }

  private static void share(GaugeRows rows, String outcome, double share) {
    rows.add(DriftGauge.DECISION_SHARE, share, "outcome", outcome);
  }

  private static void others(GaugeRows rows, DriftReport report) {
    report
        .getChallengers()
        .forEach(
            found -> {
              String challenger = found.getModelSha256().substring(0, 12);
              rows.add(
                  DriftGauge.CHALLENGER_AGREEMENT, found.getAgreement(), "challenger", challenger);
              rows.add(
                  DriftGauge.CHALLENGER_DIFFERENCE,
                  found.getMeanDifference(),
                  "challenger",
                  challenger);
              rows.add(DriftGauge.CHALLENGER_SAMPLES, found.getSamples(), "challenger", challenger);
            });
    report
        .getGroups()
        .forEach(
            found -> {
              String[] tags = {"attribute", found.getAttribute(), "group", found.getGroup()};
              rows.add(DriftGauge.GROUP_APPROVAL_RATE, found.getApprovalRate(), tags);
              rows.add(DriftGauge.GROUP_RATIO, found.getRatio(), tags);
              rows.add(DriftGauge.GROUP_SAMPLES, found.getSamples(), tags);
            });
    if (report.getJoint() != null) {
      rows.add(DriftGauge.JOINT_PSI, report.getJoint().getPsi());
      rows.add(DriftGauge.JOINT_KS, report.getJoint().getKsLow());
      rows.add(DriftGauge.JOINT_STATUS, report.getJoint().getStatus().ordinal() - 1);
      rows.add(DriftGauge.JOINT_DRIFTING, report.getJoint().getDrifting().size());
    }
  }

  private static void performance(GaugeRows rows, ModelPerformance found) {
    String estimated = Boolean.toString(found.getEstimated());
    rows.add(DriftGauge.PERFORMANCE_SAMPLES, found.getSamples(), "estimated", estimated);
    rows.add(DriftGauge.PERFORMANCE_AUC, found.getAuc(), "estimated", estimated);
    rows.add(DriftGauge.PERFORMANCE_KS, found.getKs(), "estimated", estimated);
    rows.add(DriftGauge.PERFORMANCE_BRIER, found.getBrier(), "estimated", estimated);
    rows.add(DriftGauge.PERFORMANCE_CALIBRATION, found.getCalibration(), "estimated", estimated);
    rows.add(DriftGauge.PERFORMANCE_COST, found.getCost(), "estimated", estimated);
    for (ScoreBand band : found.getBands()) {
      if (band.getSamples() > 0) {
        rows.add(
            DriftGauge.PERFORMANCE_DEFAULT_RATE,
            band.getDefaults() / band.getSamples(),
            "band",
            Integer.toString(band.getBand()),
            "estimated",
            estimated);
      }
    }
  }

  private static String word(DriftStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
