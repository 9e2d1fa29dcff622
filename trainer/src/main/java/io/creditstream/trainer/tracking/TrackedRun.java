package io.creditstream.trainer.tracking;

import java.util.List;
import java.util.Map;

/** A run that is being recorded. What was recorded is there at once, also after a crash. */
public interface TrackedRun {

  /** Begins a run that belongs to this one, such as a trial of a search. */
  TrackedRun child(String name);

  /** Records what the run was told; a parameter has one value for good. */
  void parameters(Map<String, String> parameters);

  void metrics(List<Metric> metrics);

  void tags(Map<String, String> tags);

  /**
   * Keeps a file.
   *
   * @param path relative, with slashes
   */
  void artifact(String path, byte[] content);

  /** Ends the run. */
  void end(RunStatus status);
}
