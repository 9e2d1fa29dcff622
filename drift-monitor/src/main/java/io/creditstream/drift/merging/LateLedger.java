package io.creditstream.drift.merging;

import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.store.LedgerStore;
import io.creditstream.drift.window.ModelWindow;
import java.time.Duration;
import java.util.List;

/** Records that came too late, until a report tells of them: one of each size of windows does. */
final class LateLedger {

  private static final String PREFIX = "late/";

  private final LedgerStore store;
  private final List<Duration> sizes;

  LateLedger(LedgerStore store, List<Duration> sizes) {
    this.store = store;
    this.sizes = sizes;
  }

  /** Notes records that came too late for a window. */
  void add(ModelWindow window, long records) {
    for (Duration size : sizes) {
      String key = key(window.within(size.toMillis()));
      store.put(key, new VarintWriter().write(get(key) + records).toBytes());
    }
  }

  /** What was noted since a window of this size, model and segment was last closed. */
  long take(ModelWindow closed) {
    String key = key(closed);
    long late = get(key);
    store.delete(key);
    return late;
  }

  private static String key(ModelWindow window) {
    return PREFIX + window.size() + "/" + window.modelSha256() + "/" + window.segment();
  }

  private long get(String key) {
    byte[] value = store.get(key);
    return value == null ? 0 : new VarintReader(value).read();
  }
}
