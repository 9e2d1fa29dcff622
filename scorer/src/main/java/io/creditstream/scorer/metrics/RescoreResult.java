package io.creditstream.scorer.metrics;

import java.util.Locale;

/** What came of a request to decide an application anew. */
public enum RescoreResult {
  /** There is a new decision. */
  SUPERSEDED,
  /** The decision that it names is not the current one: a repeat, or others were faster. */
  STALE,
  /** No decision is remembered about the application. */
  UNKNOWN;

  /** Stable name in metrics: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
