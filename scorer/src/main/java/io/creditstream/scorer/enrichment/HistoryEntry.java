package io.creditstream.scorer.enrichment;

/**
 * One version of a history record on a page.
 *
 * @param recordId identifier of the record
 * @param eventTime when the version became known, in ms since 1970
 * @param deleted whether the version removes the record
 * @param value the original value in the wire format; empty where deleted. Must not be changed
 */
record HistoryEntry(String recordId, long eventTime, boolean deleted, byte[] value) {

  private static final byte[] NOTHING = {};

  /** A version that removes: its value is of no more use. */
  static HistoryEntry removal(String recordId, long eventTime) {
    return new HistoryEntry(recordId, eventTime, true, NOTHING);
  }

  /** A version that holds. */
  static HistoryEntry version(String recordId, long eventTime, byte[] value) {
    return new HistoryEntry(recordId, eventTime, false, value);
  }
}
