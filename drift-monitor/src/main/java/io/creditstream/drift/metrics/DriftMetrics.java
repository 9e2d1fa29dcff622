package io.creditstream.drift.metrics;

import io.creditstream.schemas.DriftReport;
import io.creditstream.service.deadletter.DeadLetterReason;
import java.util.List;

/** What is measured of the monitor itself and of the drift that it finds. Safe for threads. */
public interface DriftMetrics {

  /** A decision was set aside. */
  void deadLetter(String topic, DeadLetterReason reason);

  /** A record without a value was passed over. */
  void tombstone(String topic);

  /** Records came after their window was closed. */
  void late(long records);

  /**
   * A record belongs to something that is not known: a decision to no application, an outcome or a
   * challenger's decision to no decision.
   */
  void unmatched(String topic);

  /** What became of a loan was corrected. */
  void outcomeCorrected();

  /** Records of a segment beyond the number of those that are watched. */
  void segmentDropped(long records);

  /** A window could not be reported, since its model is no longer known. */
  void unreported(long decisions);

  /** Reports of models that gave way to newer ones are no longer shown. */
  void reportsDropped(long reports);

  /**
   * Windows were closed; the figures of each replace those of the one before it of the same model,
   * size and segment. What is told together costs as much as a single one.
   *
   * @param reports in the order in which they were closed
   */
  void closed(List<DriftReport> reports);

  /** This process no longer closes windows; their figures are another one's to show. */
  void handedOver();
}
