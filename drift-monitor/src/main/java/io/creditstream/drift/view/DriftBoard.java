package io.creditstream.drift.view;

import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.merging.OpenWindow;
import io.creditstream.schemas.DriftReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Written by the thread that merges, read by any. */
public final class DriftBoard implements DriftView {

  private static final int KEPT = 12;

  private final Map<String, TreeMap<Instant, DriftReport>> closed = new LinkedHashMap<>();
  private List<OpenWindow> open = List.of();
  private Map<Integer, Progress> partitions = Map.of();
  private long windowsClosed;

  /** Shows a window that was closed just now, in place of an earlier report of it. */
  public synchronized void closed(DriftReport report) {
    if (show(report)) {
      windowsClosed++;
    }
  }

  /** Shows a window that was closed before a restart. */
  public synchronized void restored(DriftReport report) {
    show(report);
  }

  /** Whether the window was not shown before. */
  private boolean show(DriftReport report) {
    TreeMap<Instant, DriftReport> windows =
        closed.computeIfAbsent(report.getModelSha256(), sha256 -> new TreeMap<>());
    boolean added = windows.put(report.getWindowStart(), report) == null;
    while (windows.size() > KEPT) {
      windows.pollFirstEntry();
    }
    return added;
  }

  /** Shows the open windows and how far the partitions have come. */
  public synchronized void moved(List<OpenWindow> windows, Map<Integer, Progress> progress) {
    open = List.copyOf(windows);
    partitions = Map.copyOf(progress);
  }

  /** Forgets everything. */
  public synchronized void clear() {
    closed.clear();
    moved(List.of(), Map.of());
  }

  @Override
  public synchronized List<ModelDrift> models() {
    List<ModelDrift> models = new ArrayList<>();
    closed.forEach(
        (sha256, windows) ->
            models.add(
                new ModelDrift(
                    windows.lastEntry().getValue().getModelVersion(),
                    sha256,
                    List.copyOf(windows.values()))));
    models.sort((a, b) -> a.latest().getWindowStart().compareTo(b.latest().getWindowStart()));
    return models;
  }

  @Override
  public synchronized List<OpenWindow> openWindows() {
    return open;
  }

  @Override
  public synchronized long windowsClosed() {
    return windowsClosed;
  }

  @Override
  public synchronized Map<Integer, Progress> partitions() {
    return partitions;
  }
}
