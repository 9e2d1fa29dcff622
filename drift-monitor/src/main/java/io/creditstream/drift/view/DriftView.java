package io.creditstream.drift.view;

import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.merging.OpenWindow;
import java.util.List;
import java.util.Map;

/**
 * What is known at the moment. Empty on a process that does not close windows. Safe for threads.
 */
public interface DriftView {

  /**
   * Closed windows: those of one model together, the model that decided last in the last place; of
   * a model the smallest size first, of a size everybody before the segments.
   */
  List<DriftSeries> series();

  /** Windows with records that no report covers yet, the smallest first. */
  List<OpenWindow> openWindows();

  /**
   * Windows of everybody and of the smallest size that this process closed since it began; one that
   * is reported again counts once.
   */
  long windowsClosed();

  /** How far each partition of the decisions has come, by its number. */
  Map<Integer, Progress> partitions();
}
