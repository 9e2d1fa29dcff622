package io.creditstream.drift.view;

import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.merging.OpenWindow;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.schemas.DriftReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Written by the thread that merges, read by any. */
public final class DriftBoard implements DriftView {

  private static final int KEPT = 12;

  /** A window that this process closed; it counts once, also if its report had to be made anew. */
  private record Counted(String modelSha256, Instant start) {}

  private record Key(String modelSha256, Duration size, String segment) {}

  private static final Comparator<DriftSeries> ORDER =
      Comparator.comparing(DriftSeries::size)
          .thenComparing(series -> series.isOfEverybody() ? "" : series.segment());

  private final Duration smallest;
  private final Map<Key, TreeMap<Instant, DriftReport>> closed = new LinkedHashMap<>();
  private List<OpenWindow> open = List.of();
  private Map<Integer, Progress> partitions = Map.of();
  private final Set<Counted> counted = new HashSet<>();
  private final Set<Counted> others = new HashSet<>();

  /**
   * @param smallest size of the smallest windows
   */
  public DriftBoard(Duration smallest) {
    this.smallest = smallest;
  }

  /** Shows a window that was closed just now, in place of an earlier report of it. */
  public synchronized void closed(DriftReport report) {
    Key key = key(report);
    show(key, report);
    Counted window = new Counted(key.modelSha256(), report.getWindowStart());
    if (counts(key) && !others.contains(window)) {
      counted.add(window);
    }
  }

  /** Shows a window that was closed before a restart. */
  public synchronized void restored(DriftReport report) {
    Key key = key(report);
    show(key, report);
    Counted window = new Counted(key.modelSha256(), report.getWindowStart());
    if (counts(key) && !counted.contains(window)) {
      others.add(window);
    }
  }

  private static Key key(DriftReport report) {
    return new Key(report.getModelSha256(), DriftSeries.sizeOf(report), report.getSegment());
  }

  private boolean counts(Key key) {
    return key.size().equals(smallest) && key.segment().equals(ModelWindow.EVERYBODY);
  }

  private void show(Key key, DriftReport report) {
    TreeMap<Instant, DriftReport> windows = closed.computeIfAbsent(key, k -> new TreeMap<>());
    windows.put(report.getWindowStart(), report);
    while (windows.size() > KEPT) {
      windows.pollFirstEntry();
    }
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
  public synchronized List<DriftSeries> series() {
    List<DriftSeries> all = new ArrayList<>();
    Map<String, Instant> lastDecided = new HashMap<>();
    closed.values().forEach(windows -> all.add(new DriftSeries(List.copyOf(windows.values()))));
    for (DriftSeries series : all) {
      lastDecided.merge(
          series.modelSha256(), series.latest().getWindowStart(), (a, b) -> a.isAfter(b) ? a : b);
    }
    all.sort(
        Comparator.comparing(
                (DriftSeries series) ->
                    lastDecided.getOrDefault(series.modelSha256(), Instant.EPOCH))
            .thenComparing(DriftSeries::modelSha256)
            .thenComparing(ORDER));
    return all;
  }

  @Override
  public synchronized List<OpenWindow> openWindows() {
    return open;
  }

  @Override
  public synchronized long windowsClosed() {
    return counted.size();
  }

  @Override
  public synchronized Map<Integer, Progress> partitions() {
    return partitions;
  }
}
