package io.creditstream.drift.merging;

import io.creditstream.drift.exchange.MonitorMessage.Counted;
import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.store.LedgerStore;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.drift.window.WindowSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Merges partial counts into windows and closes these. A window closes for good when event time has
 * passed its end and the grace on every partition that is not silent; what comes after that is late
 * and only counted. A window that closes for good goes into the next larger one that holds it, so
 * that a larger window is the exact sum of smaller ones. When all partitions are silent, the
 * windows that are open are reported as they are, but kept: decisions that come yet are merged and
 * the window is reported again. Everything lies in the store, so that a restart changes nothing.
 */
public final class WindowLedger {

  private static final String SETTLED = "settled";

  private final LedgerStore store;
  private final WindowSettings settings;
  private final PartitionLedger partitions;
  private final LateLedger late;

  /**
   * @param partitions number of partitions of the decisions
   */
  public WindowLedger(LedgerStore store, WindowSettings settings, int partitions) {
    this.store = store;
    this.settings = settings;
    this.partitions = new PartitionLedger(store, partitions);
    this.late = new LateLedger(store, settings.sizes());
  }

  /**
   * Adds partial counts to their window.
   *
   * @return whether they came in time; late ones are counted but belong to no report
   */
  public boolean add(Counted counted) {
    ModelWindow window = counted.window();
    if (settings.closesAt(window) <= settled()) {
      late.add(window, counted.counts().decisions());
      return false;
    }
    merge(window, counted.counts());
    return true;
  }

  private void merge(ModelWindow window, WindowCounts counts) {
    String key = WindowEntry.key(window);
    byte[] known = store.get(key);
    WindowEntry entry =
        known == null
            ? new WindowEntry(0, WindowCounts.empty(counts.histogram().cells()))
            : WindowEntry.fromBytes(known);
    entry.counts().merge(counts);
    store.put(key, entry.toBytes());
  }

  /**
   * Notes how far a partition has come; the windows that this closes, the smallest first and the
   * oldest of them first.
   */
  public List<ClosedWindow> advance(Progress progress) {
    partitions.note(progress);
    EventClock clock = partitions.clock();
    WindowClosing closing = new WindowClosing(store, settings, clock, late);
    for (long size : sizes()) {
      closing
          .close(size)
          .forEach((closed, counts) -> next(closed).ifPresent(w -> merge(w, counts)));
    }
    if (clock.active() > settled()) {
      store.put(SETTLED, new VarintWriter().writeSigned(clock.active()).toBytes());
    }
    return closing.closed();
  }

  /** The window that takes in what was counted in this one once it is closed. */
  private Optional<ModelWindow> next(ModelWindow window) {
    return settings.sizes().stream()
        .map(Duration::toMillis)
        .filter(size -> size > window.size() && size % window.size() == 0)
        .findFirst()
        .map(window::within);
  }

  /** Those of the settings and those that windows still have from other settings, ascending. */
  private Iterable<Long> sizes() {
    TreeSet<Long> sizes = new TreeSet<>();
    settings.sizes().forEach(size -> sizes.add(size.toMillis()));
    store.scan(WindowEntry.prefix(), (key, value) -> sizes.add(WindowEntry.window(key).size()));
    return sizes;
  }

  /**
   * Takes no partition for silent until it says so again: after a restart every partition may have
   * much to tell of the time between.
   */
  public void wake() {
    partitions.wake();
  }

  /**
   * Windows with records that no report covers, the smallest first and the oldest of them first.
   */
  public List<OpenWindow> open() {
    List<OpenWindow> open = new ArrayList<>();
    store.scan(
        WindowEntry.prefix(),
        (key, value) -> {
          OpenWindow window = WindowEntry.open(key, value);
          if (window.records() > 0) {
            open.add(window);
          }
        });
    return open;
  }

  /** How far each partition has come, by its number. */
  public Map<Integer, Progress> partitions() {
    return partitions.all();
  }

  /** The event time up to which windows are closed for good. */
  private long settled() {
    byte[] value = store.get(SETTLED);
    return value == null ? Long.MIN_VALUE : new VarintReader(value).readSigned();
  }
}
