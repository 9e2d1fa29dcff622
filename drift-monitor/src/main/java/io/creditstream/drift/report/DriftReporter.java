package io.creditstream.drift.report;

import static io.creditstream.drift.report.OutputParts.orNull;

import io.creditstream.drift.histogram.HistogramLayout;
import io.creditstream.drift.histogram.ObservedProfile;
import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.measurement.FeatureMeasure.Kolmogorov;
import io.creditstream.drift.measurement.WindowMeasurement;
import io.creditstream.drift.merging.Beginnings;
import io.creditstream.drift.merging.ClosedWindow;
import io.creditstream.drift.merging.StatusLedger;
import io.creditstream.drift.output.DecisionMix;
import io.creditstream.drift.reference.ReferenceModel;
import io.creditstream.drift.shape.Shape;
import io.creditstream.drift.shape.Shapes;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.verdict.FeatureVerdict;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.FeatureBins;
import io.creditstream.schemas.FeatureDrift;
import io.creditstream.schemas.JointDrift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Measures a closed window, judges it and writes its report. Everybody is compared with the
 * training data; a segment, of which training knows nothing, with its own beginning, and until that
 * is known the report lists no features.
 */
public final class DriftReporter {

  private final DriftThresholds thresholds;
  private final StatusLedger statuses;
  private final Beginnings beginnings;

  public DriftReporter(DriftThresholds thresholds, StatusLedger statuses, Beginnings beginnings) {
    this.thresholds = thresholds;
    this.statuses = statuses;
    this.beginnings = beginnings;
  }

  /** The report on a window; the status history moves on. */
  public DriftReport report(ClosedWindow closed, ReferenceModel model, Instant closedAt) {
    ModelWindow window = closed.window();
    WindowCounts counts = closed.counts();
    Optional<WindowCounts> beginning = beginnings.of(window);
    Optional<HistogramLayout> reference = reference(window, model, beginning);
    List<FeatureDrift> features =
        reference.map(layout -> features(window, counts, layout, model)).orElse(List.of());
    return DriftReport.newBuilder()
        .setModelVersion(model.version())
        .setModelSha256(model.sha256())
        .setWindowStart(Instant.ofEpochMilli(window.start()))
        .setWindowEnd(Instant.ofEpochMilli(window.end()))
        .setClosedAt(closedAt)
        .setClosedBy(closed.closedBy())
        .setSegment(window.segment())
        .setSamples(counts.decisions())
        .setReferenceSamples(referenceSamples(window, model, beginning))
        .setLate(closed.late())
        .setStatus(worst(features))
        .setFeatures(features)
        .setDecisions(OutputParts.decisions(counts, model, beginning))
        .setChallengers(OutputParts.challengers(counts.tally()))
        .setGroups(OutputParts.groups(counts.tally()))
        .setPerformance(OutputParts.performance(counts.tally(), model))
        .setJoint(reference.flatMap(layout -> joint(window, counts, layout, features)).orElse(null))
        .build();
  }

  private static Optional<HistogramLayout> reference(
      ModelWindow window, ReferenceModel model, Optional<WindowCounts> beginning) {
    if (isEverybody(window)) {
      return Optional.of(model.layout());
    }
    return beginning.map(
        counts -> HistogramLayout.of(ObservedProfile.of(model.layout(), counts.histogram())));
  }

  private static long referenceSamples(
      ModelWindow window, ReferenceModel model, Optional<WindowCounts> beginning) {
    return isEverybody(window)
        ? model.profile().rows()
        : beginning.map(WindowCounts::decisions).orElse(0L);
  }

  private static boolean isEverybody(ModelWindow window) {
    return window.segment().equals(ModelWindow.EVERYBODY);
  }

  private List<FeatureDrift> features(
      ModelWindow window, WindowCounts counts, HistogramLayout reference, ReferenceModel model) {
    List<FeatureMeasure> measures = WindowMeasurement.measure(reference, counts.histogram());
    List<FeatureVerdict> verdicts = thresholds.judge(measures);
    List<DriftStatus> lasting = statuses.advance(window, verdicts);
    Ranking ranking =
        new Ranking(
            measures,
            verdicts,
            counts.effects(),
            model.facts(),
            OutputParts.expectedCost(DecisionMix.of(counts.tally()), model));
    List<FeatureDrift> features = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      boolean drifts = drifts(verdicts.get(i).verdict()) || drifts(lasting.get(i));
      features.add(
          feature(measures.get(i), verdicts.get(i), lasting.get(i))
              .setBins(
                  isEverybody(window) || drifts
                      ? bins(Shapes.of(reference.features().get(i), counts.histogram()))
                      : null)
              .setMeanContribution(orNull(ranking.meanContribution(i)))
              .setImpact(orNull(ranking.impact(i)))
              .setCostChange(orNull(ranking.costChange(i)))
              .build());
    }
    return features;
  }

  private static FeatureBins bins(Shape shape) {
    return new FeatureBins(
        shape.labels(),
        Arrays.stream(shape.reference()).boxed().toList(),
        Arrays.stream(shape.current()).boxed().toList());
  }

  private Optional<JointDrift> joint(
      ModelWindow window,
      WindowCounts counts,
      HistogramLayout reference,
      List<FeatureDrift> features) {
    return WindowMeasurement.joint(reference, counts.histogram())
        .map(
            measure -> {
              FeatureVerdict verdict = thresholds.judge(List.of(measure)).get(0);
              return JointDrift.newBuilder()
                  .setSamples(measure.samples())
                  .setPsi(measure.psi())
                  .setKsLow(measure.kolmogorov().map(Kolmogorov::low).orElse(null))
                  .setVerdict(verdict.verdict())
                  .setStatus(statuses.advanceJoint(window, verdict))
                  .setDrifting(drifting(reference, features))
                  .build();
            });
  }

  /** Features of the joint distance that drift by themselves. */
  private static List<String> drifting(HistogramLayout reference, List<FeatureDrift> features) {
    return reference.joint().stream()
        .flatMap(joint -> joint.profile().features().stream())
        .map(features::get)
        .filter(feature -> drifts(feature.getVerdict()) || drifts(feature.getStatus()))
        .map(FeatureDrift::getFeature)
        .toList();
  }

  private static boolean drifts(DriftStatus status) {
    return status == DriftStatus.WARNING || status == DriftStatus.ALERT;
  }

  private static DriftStatus worst(List<FeatureDrift> features) {
    return features.stream()
        .map(FeatureDrift::getStatus)
        .max(Comparator.naturalOrder())
        .orElse(DriftStatus.INSUFFICIENT);
  }

  private static FeatureDrift.Builder feature(
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
        .setStatus(status);
  }
}
