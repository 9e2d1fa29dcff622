package io.creditstream.drift.report;

import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.FeatureDrift;
import io.creditstream.service.text.NearestName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits of single features that name no feature of a model. Limits are given before the models
 * that they are meant for are known, and each model has features of its own, so that such a name is
 * told rather than refused.
 */
public final class UnknownLimits {

  private static final Logger LOG = LoggerFactory.getLogger(UnknownLimits.class);

  private final DriftThresholds thresholds;
  private final Set<String> told = new HashSet<>();

  /**
   * A name.
   *
   * @param name as the limits have it
   * @param nearest the feature that may be meant
   */
  public record Unknown(String name, Optional<String> nearest) {

    @Override
    public String toString() {
      return name + nearest.map(near -> " (did you mean " + near + "?)").orElse("");
    }
  }

  public UnknownLimits(DriftThresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** Whether a report names all features of its model. */
  public static boolean areToldBy(DriftReport report) {
    return report.getSegment().equals(ModelWindow.EVERYBODY) && !report.getFeatures().isEmpty();
  }

  /** The names that are no feature of the model of a report, by the alphabet. */
  public static List<Unknown> of(DriftThresholds thresholds, DriftReport report) {
    List<String> features = report.getFeatures().stream().map(FeatureDrift::getFeature).toList();
    return thresholds.unknown(features).stream()
        .map(name -> new Unknown(name, NearestName.of(name, features)))
        .toList();
  }

  /** Warns, once for each model. */
  public void warn(DriftReport report) {
    if (!areToldBy(report) || !told.add(report.getModelSha256())) {
      return;
    }
    List<Unknown> unknown = of(thresholds, report);
    if (!unknown.isEmpty()) {
      LOG.atWarn()
          .setMessage("limits of features that the model does not have")
          .addKeyValue("model", report.getModelVersion())
          .addKeyValue(
              "names", unknown.stream().map(Unknown::toString).collect(Collectors.joining(", ")))
          .log();
    }
  }
}
