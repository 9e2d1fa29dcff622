package io.creditstream.standalone.run;

import java.util.Map;

/** What the main job shows of the drift monitor. */
interface DriftFigures {

  /** The worst status of the newest window; a dash before the first one. */
  String worst();

  /** Windows closed in this run. */
  long windowsClosed();

  /** Whether every decision so far is counted in a window that is closed. */
  boolean settled();

  /** Status of each feature, and of the score, after the last closed window. */
  Map<String, String> statusByFeature();
}
