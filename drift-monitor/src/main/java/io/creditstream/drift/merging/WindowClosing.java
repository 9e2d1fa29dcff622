package io.creditstream.drift.merging;

import io.creditstream.drift.store.LedgerStore;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.WindowClosure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Closes what is due at one moment, size by size. A window that is reported as it is, since all are
 * silent, also shows what lies in the smaller ones within it that stay open.
 */
final class WindowClosing {

  private final LedgerStore store;
  private final WindowSettings settings;
  private final EventClock clock;
  private final LateLedger late;
  private final List<ClosedWindow> closed = new ArrayList<>();
  private final Map<ModelWindow, WindowCounts> stayOpen = new LinkedHashMap<>();

  WindowClosing(LedgerStore store, WindowSettings settings, EventClock clock, LateLedger late) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.late = late;
  }

  /**
   * Closes the windows of a size, after those of all smaller ones.
   *
   * @return what was counted in those that are closed for good
   */
  Map<ModelWindow, WindowCounts> close(long size) {
    Map<ModelWindow, WindowCounts> settled = new LinkedHashMap<>();
    due(size)
        .forEach(
            (key, entry) -> {
              ModelWindow window = WindowEntry.window(key);
              if (isSettled(window)) {
                settled.put(window, entry.counts());
                store.delete(key);
                report(window, entry.reported(), entry.counts());
              } else {
                reportAsItIs(key, window, entry);
              }
            });
    return settled;
  }

  List<ClosedWindow> closed() {
    return closed;
  }

  /** Windows that close for good; where all are silent, every one that holds something. */
  private Map<String, WindowEntry> due(long size) {
    Map<String, WindowEntry> due = new TreeMap<>();
    store.scan(
        WindowEntry.prefix(size),
        (key, value) -> {
          if (clock.quiet() || isSettled(WindowEntry.window(key))) {
            due.put(key, WindowEntry.fromBytes(value));
          }
        });
    stayOpen.forEach(
        (window, counts) -> {
          if (isMadeOf(size, window)) {
            due.computeIfAbsent(
                WindowEntry.key(window.within(size)),
                key -> new WindowEntry(0, WindowCounts.empty(counts.histogram().cells())));
          }
        });
    return due;
  }

  private void reportAsItIs(String key, ModelWindow window, WindowEntry entry) {
    WindowCounts all = entry.counts().copy();
    stayOpen.forEach(
        (smaller, counts) -> {
          if (isMadeOf(window.size(), smaller) && smaller.within(window.size()).equals(window)) {
            all.merge(counts);
          }
        });
    report(window, entry.reported(), all);
    store.put(key, new WindowEntry(all.records(), entry.counts()).toBytes());
    if (entry.counts().records() > 0) {
      stayOpen.put(window, entry.counts());
    }
  }

  private void report(ModelWindow window, long reported, WindowCounts counts) {
    if (counts.records() > reported) {
      WindowClosure why =
          settings.closesAt(window) <= clock.everyone()
              ? WindowClosure.WATERMARK
              : WindowClosure.IDLE;
      closed.add(new ClosedWindow(window, why, counts, late.take(window)));
    }
  }

  private static boolean isMadeOf(long size, ModelWindow smaller) {
    return size > smaller.size() && size % smaller.size() == 0;
  }

  private boolean isSettled(ModelWindow window) {
    return settings.closesAt(window) <= clock.active();
  }
}
