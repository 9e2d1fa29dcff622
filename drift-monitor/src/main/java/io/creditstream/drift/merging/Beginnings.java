package io.creditstream.drift.merging;

import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.store.LedgerStore;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.window.ModelWindow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the first windows of a model and segment held. Training knows neither the segments of the
 * monitor nor which decisions carry contributions, so that these are compared with how they began.
 */
public final class Beginnings {

  /** Decisions that make a beginning. */
  static final long ENOUGH = 2_000;

  private static final String PREFIX = "beginning/";

  private final LedgerStore store;

  public Beginnings(LedgerStore store) {
    this.store = store;
  }

  /**
   * Learns from a window, unless enough is known or a window as late was learned from already.
   *
   * @param window one of the smallest size
   */
  public void learn(ModelWindow window, WindowCounts counts) {
    Known known = read(window);
    if (known == null) {
      write(window, window.start(), counts);
    } else if (known.counts().decisions() < ENOUGH && known.last() < window.start()) {
      known.counts().merge(counts);
      write(window, window.start(), known.counts());
    }
  }

  /** How the model and segment of a window began; empty until that holds enough decisions. */
  public Optional<WindowCounts> of(ModelWindow window) {
    Known known = read(window);
    return known == null || known.counts().decisions() < ENOUGH
        ? Optional.empty()
        : Optional.of(known.counts());
  }

  private record Known(long last, WindowCounts counts) {}

  private @Nullable Known read(ModelWindow window) {
    byte[] bytes = store.get(key(window));
    if (bytes == null) {
      return null;
    }
    VarintReader in = new VarintReader(bytes);
    return new Known(in.read(), WindowCounts.read(in));
  }

  private void write(ModelWindow window, long last, WindowCounts counts) {
    VarintWriter out = new VarintWriter().write(last);
    counts.write(out);
    store.put(key(window), out.toBytes());
  }

  private static String key(ModelWindow window) {
    return PREFIX + window.modelSha256() + "/" + window.segment();
  }
}
