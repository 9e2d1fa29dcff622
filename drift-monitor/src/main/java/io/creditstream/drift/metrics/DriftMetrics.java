package io.creditstream.drift.metrics;

import io.creditstream.service.deadletter.DeadLetterReason;
import io.creditstream.schemas.DriftReport;

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

  /**
   * A window was closed; its figures replace those of the one before it of the same model, size and
   * segment.
   */
  void closed(DriftReport report);

  /** This process no longer closes windows; their figures are another one's to show. */
  void handedOver();
}
