package io.creditstream.drift.report;

import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.measurement.FeatureMeasure.Kolmogorov;
import io.creditstream.drift.measurement.WindowMeasurement;
import io.creditstream.drift.merging.ClosedWindow;
import io.creditstream.drift.merging.StatusLedger;
import io.creditstream.drift.reference.ReferenceModel;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.verdict.FeatureVerdict;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.FeatureDrift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Measures a closed window, judges it and writes its report. */
public final class DriftReporter {

  private final DriftThresholds thresholds;
  private final StatusLedger statuses;

  public DriftReporter(DriftThresholds thresholds, StatusLedger statuses) {
    this.thresholds = thresholds;
    this.statuses = statuses;
  }

  /** The report on a window; the status history moves on. */
  public DriftReport report(ClosedWindow closed, ReferenceModel model, Instant closedAt) {
    List<FeatureMeasure> measures =
        WindowMeasurement.measure(model.layout(), closed.counts().histogram());
    List<FeatureVerdict> verdicts = thresholds.judge(measures);
    List<DriftStatus> lasting = statuses.advance(closed.window(), verdicts);
    List<FeatureDrift> features = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      features.add(feature(measures.get(i), verdicts.get(i), lasting.get(i)));
    }
    return DriftReport.newBuilder()
        .setModelVersion(model.version())
        .setModelSha256(model.sha256())
        .setWindowStart(Instant.ofEpochMilli(closed.window().start()))
        .setWindowEnd(Instant.ofEpochMilli(closed.window().end()))
        .setClosedAt(closedAt)
        .setClosedBy(closed.closedBy())
        .setSegment(closed.window().segment())
        .setSamples(closed.counts().decisions())
        .setReferenceSamples(model.profile().rows())
        .setLate(closed.late())
        .setStatus(lasting.stream().max(Comparator.naturalOrder()).orElse(DriftStatus.STABLE))
        .setFeatures(features)
        .build();
  }

  private static FeatureDrift feature(
      FeatureMeasure measure, FeatureVerdict verdict, DriftStatus status) {
    return FeatureDrift.newBuilder()
        .setFeature(measure.feature())
        .setSamples(measure.samples())
        .setMissingRate(measure.missing().rate())
        .setReferenceMissingRate(measure.missing().referenceRate())
        .setUnseenRate(measure.unseen().rate())
        .setPsi(measure.psi())
        .setKsLow(measure.kolmogorov().map(Kolmogorov::low).orElse(null))
        .setKsHigh(measure.kolmogorov().map(Kolmogorov::high).orElse(null))
        .setKsPValue(measure.kolmogorov().map(Kolmogorov::pValue).orElse(null))
        .setJensenShannon(measure.jensenShannon())
        .setPsiWarning(verdict.psiWarning())
        .setPsiAlert(verdict.psiAlert())
        .setVerdict(verdict.verdict())
        .setStatus(status)
        .build();
  }
}
