package io.creditstream.drift.view;

import io.creditstream.drift.window.ModelWindow;
import io.creditstream.drift.window.WindowLabel;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The last closed windows of one model, one size and one segment.
 *
 * @param closed one report a window, the oldest window first; never empty
 */
public record DriftSeries(List<DriftReport> closed) {

  public DriftSeries {
    closed = List.copyOf(closed);
    if (closed.isEmpty()) {
      throw new IllegalArgumentException("a series without a closed window shows nothing");
    }
  }

  /** The report of the last window. */
  public DriftReport latest() {
    return closed.get(closed.size() - 1);
  }

  /** Version of the model. */
  public String modelVersion() {
    return latest().getModelVersion();
  }

  /** SHA-256 of the model text. */
  public String modelSha256() {
    return latest().getModelSha256();
  }

  /** Part of the population. */
  public String segment() {
    return latest().getSegment();
  }

  /** Whether it is of everybody. */
  public boolean isOfEverybody() {
    return segment().equals(ModelWindow.EVERYBODY);
  }

  /** Size of the windows. */
  public Duration size() {
    return sizeOf(latest());
  }

  /** Size of the windows as short text. */
  public String label() {
    return WindowLabel.of(size());
  }

  static Duration sizeOf(DriftReport report) {
    return Duration.between(report.getWindowStart(), report.getWindowEnd());
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
