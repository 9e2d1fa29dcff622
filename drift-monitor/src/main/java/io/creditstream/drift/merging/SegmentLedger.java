package io.creditstream.drift.merging;

import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.segment.Traits;
import io.creditstream.drift.store.LedgerStore;
import io.creditstream.drift.window.ModelWindow;
import java.util.ArrayList;
import java.util.List;

/** Which segments of each model are watched: the first that come, up to a number. */
public final class SegmentLedger {

  private static final String PREFIX = "segments/";

  private final LedgerStore store;
  private final int most;

  /**
   * @param most segments of a model beside everybody
   */
  public SegmentLedger(LedgerStore store, int most) {
    this.store = store;
    this.most = most;
  }

  /** Whether a window is of a segment that is watched; everybody always is. */
  public boolean admits(ModelWindow window) {
    if (window.segment().equals(ModelWindow.EVERYBODY)) {
      return true;
    }
    String key = PREFIX + window.modelSha256();
    byte[] bytes = store.get(key);
    List<String> known =
        new ArrayList<>(bytes == null ? List.of() : Traits.readTexts(new VarintReader(bytes)));
    if (known.contains(window.segment())) {
      return true;
    }
    if (known.size() >= most) {
      return false;
    }
    known.add(window.segment());
    VarintWriter out = new VarintWriter();
    Traits.writeTexts(out, known);
    store.put(key, out.toBytes());
    return true;
  }
}
