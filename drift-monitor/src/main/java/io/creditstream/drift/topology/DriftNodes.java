package io.creditstream.drift.topology;

/** Names of the nodes and stores of the topology: part of what persists, never to be changed. */
final class DriftNodes {

  static final String READ = "read-decisions";
  static final String COUNT = "count-decisions";
  static final String BAD_RECORDS = "bad-records";
  static final String SET_ASIDE = "set-aside-decisions";
  static final String MESSAGES = "window-messages";
  static final String EXCHANGE = "window-counts";
  static final String MERGE = "merge-windows";
  static final String WRITE_REPORTS = "write-drift-reports";

  /** Store of the decisions that were read but not told to the merging side yet. */
  static final String PENDING_STORE = "pending-decisions";

  /** Store of the open windows and of all that outlives them. */
  static final String WINDOWS_STORE = "drift-windows";

  private DriftNodes() {}
}
