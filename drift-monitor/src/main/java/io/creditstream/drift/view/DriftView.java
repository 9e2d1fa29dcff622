package io.creditstream.drift.view;

import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.merging.OpenWindow;
import java.util.List;
import java.util.Map;

/**
 * What is known at the moment. Empty on a process that does not close windows. Safe for threads.
 */
public interface DriftView {

  /** The models with closed windows; the one whose window is the newest last. */
  List<ModelDrift> models();

  /** Windows with decisions that no report covers yet, the oldest first. */
  List<OpenWindow> openWindows();

  /** Windows that this process closed since it began; one that is reported again counts once. */
  long windowsClosed();

  /** How far each partition of the decisions has come, by its number. */
  Map<Integer, Progress> partitions();
}
