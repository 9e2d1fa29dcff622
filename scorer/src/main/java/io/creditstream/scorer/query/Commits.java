package io.creditstream.scorer.query;

import io.creditstream.schemas.SourceRecord;

/** Tells whether what was made of a record is committed. */
@FunctionalInterface
public interface Commits {

  /**
   * Whether the record is processed for good.
   *
   * @throws StateUnavailableException when it cannot be told now
   */
  boolean isFinal(SourceRecord source);
}
