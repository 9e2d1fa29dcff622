package io.creditstream.drift.merging;

import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.store.LedgerStore;
import io.creditstream.drift.verdict.FeatureVerdict;
import io.creditstream.drift.verdict.StatusHistory;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.schemas.DriftStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The lasting status of every feature by model, segment and size of the windows. Beside the history
 * after the last window that before it is kept: a window that is reported again, with more
 * decisions, takes the place of its first report and does not count twice.
 */
public final class StatusLedger {

  private static final String PREFIX = "status/";
  private static final String JOINT = "joint-status/";

  private final LedgerStore store;

  public StatusLedger(LedgerStore store) {
    this.store = store;
  }

  /**
   * Judges a window in the light of those before.
   *
   * @param window the window; of windows older than the last one of its size nothing is learned
   * @param verdicts what the window alone says, feature by feature
   * @return the status of each feature
   */
  public List<DriftStatus> advance(ModelWindow window, List<FeatureVerdict> verdicts) {
    return advance(PREFIX, window, verdicts);
  }

  /** As {@link #advance(ModelWindow, List)}, of how the features of a window go together. */
  public DriftStatus advanceJoint(ModelWindow window, FeatureVerdict verdict) {
    return advance(JOINT, window, List.of(verdict)).get(0);
  }

  private List<DriftStatus> advance(
      String prefix, ModelWindow window, List<FeatureVerdict> verdicts) {
    String key = prefix + window.size() + "/" + window.modelSha256() + "/" + window.segment();
    long windowStart = window.start();
    Known known = read(store.get(key), verdicts.size());
    if (windowStart < known.lastWindow()) {
      return known.after().stream().map(StatusHistory::status).toList();
    }
    List<StatusHistory> before = windowStart == known.lastWindow() ? known.before() : known.after();
    List<StatusHistory> after =
        IntStream.range(0, verdicts.size())
            .mapToObj(i -> before.get(i).next(verdicts.get(i)))
            .toList();
    store.put(key, bytes(new Known(windowStart, before, after)));
    return after.stream().map(StatusHistory::status).toList();
  }

  private record Known(long lastWindow, List<StatusHistory> before, List<StatusHistory> after) {}

  private static byte[] bytes(Known known) {
    VarintWriter out = new VarintWriter().write(known.lastWindow()).write(known.before().size());
    known.before().forEach(history -> write(out, history));
    known.after().forEach(history -> write(out, history));
    return out.toBytes();
  }

  private static Known read(byte @Nullable [] bytes, int features) {
    if (bytes != null) {
      VarintReader in = new VarintReader(bytes);
      long lastWindow = in.read();
      int size = Math.toIntExact(in.read());
      List<StatusHistory> before = histories(in, size);
      List<StatusHistory> after = histories(in, size);
      if (size == features) {
        return new Known(lastWindow, before, after);
      }
    }
    List<StatusHistory> start =
        IntStream.range(0, features).mapToObj(i -> StatusHistory.start()).toList();
    return new Known(-1, start, start);
  }

  private static List<StatusHistory> histories(VarintReader in, int size) {
    List<StatusHistory> histories = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boolean alerting = in.read() == 1;
      DriftStatus status = DriftStatus.values()[Math.toIntExact(in.read())];
      List<StatusHistory.Seen> seen = new ArrayList<>();
      for (long left = in.read(); left > 0; left--) {
        long bits = in.read();
        seen.add(new StatusHistory.Seen((bits & 1) != 0, (bits & 2) != 0));
      }
      histories.add(new StatusHistory(alerting, status, seen));
    }
    return histories;
  }

  private static void write(VarintWriter out, StatusHistory history) {
    out.write(history.alerting() ? 1 : 0)
        .write(history.status().ordinal())
        .write(history.recent().size());
    history.recent().forEach(seen -> out.write((seen.alert() ? 1 : 0) | (seen.calm() ? 2 : 0)));
  }
}
