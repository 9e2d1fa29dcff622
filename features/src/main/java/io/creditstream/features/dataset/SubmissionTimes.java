package io.creditstream.features.dataset;

import java.time.Duration;
import java.time.Instant;

/** When the applications of a file, which has only relative days, count as submitted. */
@FunctionalInterface
public interface SubmissionTimes {

  /** The time of the application with an index, from 0. */
  Instant of(long index);

  /** All at one time, for use where only differences of days matter. */
  static SubmissionTimes at(Instant instant) {
    return index -> instant;
  }

  /** One after the other. */
  static SubmissionTimes every(Instant first, Duration interval) {
    return index -> first.plus(interval.multipliedBy(index));
  }
}
