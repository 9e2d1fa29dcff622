package io.creditstream.drift.view;

import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.merging.OpenWindow;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.drift.window.NewestModels;
import io.creditstream.schemas.DriftReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shows the last windows of the {@link NewestModels#KEPT} models that decided last. Written by the
 * thread that merges, read by any.
 */
public final class DriftBoard implements DriftView {

  private static final int KEPT = 12;

  private record Key(String modelSha256, Duration size, String segment) {}

  private static final Comparator<DriftSeries> ORDER =
      Comparator.comparing(DriftSeries::size)
          .thenComparing(series -> series.isOfEverybody() ? "" : series.segment());

  private final Duration smallest;
  private final Map<Key, TreeMap<Instant, DriftReport>> closed = new LinkedHashMap<>();
  private final NewestModels models = new NewestModels(NewestModels.KEPT);
  private final ClosedCount count = new ClosedCount();
  private List<OpenWindow> open = List.of();
  private Map<Integer, Progress> partitions = Map.of();

  /**
   * @param smallest size of the smallest windows
   */
  public DriftBoard(Duration smallest) {
    this.smallest = smallest;
  }

  /** Shows a window that was closed just now, in place of an earlier report of it. */
  public synchronized void closed(DriftReport report) {
    Key key = show(report);
    if (counts(key)) {
      count.closed(key.modelSha256(), report.getWindowStart());
    }
  }

  /** Shows a window that was closed before a restart. */
  public synchronized void restored(DriftReport report) {
    Key key = show(report);
    if (counts(key)) {
      count.restored(key.modelSha256(), report.getWindowStart());
    }
  }

  private boolean counts(Key key) {
    return key.size().equals(smallest) && key.segment().equals(ModelWindow.EVERYBODY);
  }

  private Key show(DriftReport report) {
    Key key = new Key(report.getModelSha256(), DriftSeries.sizeOf(report), report.getSegment());
    TreeMap<Instant, DriftReport> windows = closed.computeIfAbsent(key, k -> new TreeMap<>());
    windows.put(report.getWindowStart(), report);
    while (windows.size() > KEPT) {
      windows.pollFirstEntry();
    }
    models.saw(key.modelSha256(), report.getWindowStart(), report.getSamples());
    List<String> surplus = models.trim();
    closed.keySet().removeIf(other -> surplus.contains(other.modelSha256()));
    return key;
  }

  /** Shows the open windows and how far the partitions have come. */
  public synchronized void moved(List<OpenWindow> windows, Map<Integer, Progress> progress) {
    open = List.copyOf(windows);
    partitions = Map.copyOf(progress);
  }

  /** Forgets everything. */
  public synchronized void clear() {
    closed.clear();
    models.clear();
    moved(List.of(), Map.of());
  }

  @Override
  public synchronized List<DriftSeries> series() {
    List<DriftSeries> all = new ArrayList<>();
    closed.values().forEach(windows -> all.add(new DriftSeries(List.copyOf(windows.values()))));
    List<String> order = models.oldestFirst();
    all.sort(
        Comparator.comparingInt((DriftSeries series) -> order.indexOf(series.modelSha256()))
            .thenComparing(ORDER));
    return all;
  }

  @Override
  public synchronized List<OpenWindow> openWindows() {
    return open;
  }

  @Override
  public synchronized long windowsClosed() {
    return count.windows();
  }

  @Override
  public synchronized Map<Integer, Progress> partitions() {
    return partitions;
  }
}
