package io.creditstream.drift.topology;

import io.creditstream.schemas.topic.Topic;

/** Names of the nodes and stores of the topology: part of what persists, never to be changed. */
final class DriftNodes {

  static final String READ = "read-events";
  static final String COUNT = "count-events";
  static final String MESSAGES = "window-messages";
  static final String EXCHANGE = "window-counts";
  static final String MERGE = "merge-windows";
  static final String WRITE_REPORTS = "write-drift-reports";

  /** Store of the records that were read but not told to the merging side yet. */
  static final String PENDING_STORE = "pending-records";

  /** Store of what is known of applications, by their id. */
  static final String APPLICATIONS_STORE = "known-applications";

  /** Store of the open windows and of all that outlives them. */
  static final String WINDOWS_STORE = "drift-windows";

  private static final String PREFIX = "credit.";
  private static final String SUFFIX = ".v1";

  private DriftNodes() {}

  static String badRecords(Topic<?> topic) {
    return "bad-" + shortName(topic);
  }

  static String setAside(Topic<?> topic) {
    return "set-aside-" + shortName(topic);
  }

  private static String shortName(Topic<?> topic) {
    String name = topic.name();
    return name.substring(PREFIX.length(), name.length() - SUFFIX.length());
  }
}
