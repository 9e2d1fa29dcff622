package io.creditstream.drift.view;

import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The last closed windows of one model.
 *
 * @param version version of the model
 * @param sha256 SHA-256 of the model text
 * @param closed one report a window, the oldest window first; never empty
 */
public record ModelDrift(String version, String sha256, List<DriftReport> closed) {

  public ModelDrift {
    closed = List.copyOf(closed);
    if (closed.isEmpty()) {
      throw new IllegalArgumentException("a model without a closed window has no drift");
    }
  }

  /** The report of the last window. */
  public DriftReport latest() {
    return closed.get(closed.size() - 1);
  }

  /** The report that was made last, be it on an older window. */
  public DriftReport newest() {
    return Collections.max(closed, Comparator.comparing(DriftReport::getClosedAt));
  }

  /** The report of the last window that held enough decisions for a verdict. */
  public Optional<DriftReport> latestJudged() {
    for (int i = closed.size() - 1; i >= 0; i--) {
      DriftReport report = closed.get(i);
      if (report.getFeatures().stream()
          .anyMatch(feature -> feature.getVerdict() != DriftStatus.INSUFFICIENT)) {
        return Optional.of(report);
      }
    }
    return Optional.empty();
  }
}
