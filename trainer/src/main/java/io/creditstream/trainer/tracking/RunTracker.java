package io.creditstream.trainer.tracking;

import java.util.Map;

/** Keeps records of runs. */
public interface RunTracker {

  /**
   * Begins a run.
   *
   * @param name for people
   * @param tags of the run; those that MLflow itself reads are added
   */
  TrackedRun start(String name, Map<String, String> tags);
}
