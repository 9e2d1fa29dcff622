package io.creditstream.drift.merging;

import io.creditstream.drift.exchange.MonitorMessage.Counted;
import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.histogram.WindowHistogram;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.WindowClosure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Merges partial counts into windows and closes these. A window closes for good when event time has
 * passed its end and the grace on every partition that is not silent; what comes after that is late
 * and only counted. When all partitions are silent, the windows that are open are reported as they
 * are, but kept: decisions that come yet are merged and the window is reported again. Everything
 * lies in the store, so that a restart changes nothing.
 */
public final class WindowLedger {

  private static final String SETTLED = "settled";
  private static final String LATE = "late/";

  private final LedgerStore store;
  private final WindowSettings settings;
  private final PartitionLedger partitions;

  /**
   * @param partitions number of partitions of the decisions
   */
  public WindowLedger(LedgerStore store, WindowSettings settings, int partitions) {
    this.store = store;
    this.settings = settings;
    this.partitions = new PartitionLedger(store, partitions);
  }

  /**
   * Adds partial counts to their window.
   *
   * @return whether they came in time; late ones are counted but belong to no report
   */
  public boolean add(Counted counted) {
    ModelWindow window = counted.window();
    if (settings.closesAt(window.start()) <= settled()) {
      addLate(window.modelSha256(), counted.histogram().samples());
      return false;
    }
    String key = WindowEntry.key(window);
    byte[] known = store.get(key);
    WindowEntry entry =
        known == null
            ? new WindowEntry(0, WindowHistogram.empty(counted.histogram().cells()))
            : WindowEntry.fromBytes(known);
    entry.histogram().merge(counted.histogram());
    store.put(key, entry.toBytes());
    return true;
  }

  /** Notes how far a partition has come; the windows that this closes, the oldest first. */
  public List<ClosedWindow> advance(Progress progress) {
    partitions.note(progress);
    EventClock clock = partitions.clock();
    Map<String, WindowEntry> due = new TreeMap<>();
    store.scan(
        WindowEntry.PREFIX,
        (key, value) -> {
          if (clock.quiet() || closesAt(key) <= clock.active()) {
            due.put(key, WindowEntry.fromBytes(value));
          }
        });
    List<ClosedWindow> closed = new ArrayList<>();
    due.forEach((key, entry) -> close(key, entry, clock, closed));
    if (clock.active() > settled()) {
      store.put(SETTLED, new VarintWriter().writeSigned(clock.active()).toBytes());
    }
    return closed;
  }

  private void close(
      String key, WindowEntry entry, EventClock clock, Collection<ClosedWindow> closed) {
    if (closesAt(key) <= clock.active()) {
      store.delete(key);
    } else {
      WindowEntry kept = new WindowEntry(entry.histogram().samples(), entry.histogram());
      store.put(key, kept.toBytes());
    }
    if (entry.isOpen()) {
      ModelWindow window = WindowEntry.window(key);
      WindowClosure why =
          closesAt(key) <= clock.everyone() ? WindowClosure.WATERMARK : WindowClosure.IDLE;
      closed.add(new ClosedWindow(window, why, entry.histogram(), takeLate(window.modelSha256())));
    }
  }

  /**
   * Takes no partition for silent until it says so again: after a restart every partition may have
   * much to tell of the time between.
   */
  public void wake() {
    partitions.wake();
  }

  /** Windows with decisions that no report covers, the oldest first. */
  public List<OpenWindow> open() {
    List<OpenWindow> open = new ArrayList<>();
    store.scan(
        WindowEntry.PREFIX,
        (key, value) -> {
          OpenWindow window = WindowEntry.open(key, value);
          if (window.samples() > 0) {
            open.add(window);
          }
        });
    return open;
  }

  /** How far each partition has come, by its number. */
  public Map<Integer, Progress> partitions() {
    return partitions.all();
  }

  private long closesAt(String key) {
    return settings.closesAt(WindowEntry.window(key).start());
  }

  /** The event time up to which windows are closed for good. */
  private long settled() {
    byte[] value = store.get(SETTLED);
    return value == null ? Long.MIN_VALUE : new VarintReader(value).readSigned();
  }

  private void addLate(String model, long samples) {
    store.put(LATE + model, new VarintWriter().write(late(model) + samples).toBytes());
  }

  private long takeLate(String model) {
    long late = late(model);
    store.delete(LATE + model);
    return late;
  }

  private long late(String model) {
    byte[] value = store.get(LATE + model);
    return value == null ? 0 : new VarintReader(value).read();
  }
}
