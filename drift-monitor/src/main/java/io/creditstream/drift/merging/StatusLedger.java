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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The lasting status of every feature by model, segment and size of the windows. The verdicts of
 * the last windows are kept beside the history before them: a window that is reported again, with
 * more decisions, takes the place of its first report and does not count twice, and one whose
 * report comes after that of a later one finds its place before it.
 */
public final class StatusLedger {

  /** Windows that may still be reported again. */
  private static final int KEPT = 6;

  private static final String PREFIX = "status/";
  private static final String JOINT = "joint-status/";

  private final LedgerStore store;

  public StatusLedger(LedgerStore store) {
    this.store = store;
  }

  /**
   * Judges a window in the light of those before.
   *
   * @param window the window; of one older than those kept nothing is learned
   * @param verdicts what the window alone says, feature by feature
   * @return the status of each feature after the window
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
    Known known = read(store.get(key), verdicts.size());
    if (window.start() > known.foldedUpTo()) {
      known.recent().put(window.start(), verdicts);
    }
    List<StatusHistory> history = known.before();
    for (List<FeatureVerdict> next : known.recent().headMap(window.start(), true).values()) {
      history = next(history, next);
    }
    store.put(key, bytes(known.recent().size() > KEPT ? folded(known) : known));
    return history.stream().map(StatusHistory::status).toList();
  }

  /**
   * What is kept.
   *
   * @param foldedUpTo start of the last window that is part of the history alone
   * @param before the history after that window
   * @param recent verdicts of the windows since then, by their start
   */
  private record Known(
      long foldedUpTo, List<StatusHistory> before, TreeMap<Long, List<FeatureVerdict>> recent) {}

  private static Known folded(Known known) {
    Map.Entry<Long, List<FeatureVerdict>> oldest = known.recent().firstEntry();
    TreeMap<Long, List<FeatureVerdict>> left = new TreeMap<>(known.recent());
    left.remove(oldest.getKey());
    return new Known(oldest.getKey(), next(known.before(), oldest.getValue()), left);
  }

  private static List<StatusHistory> next(
      List<StatusHistory> history, List<FeatureVerdict> verdicts) {
    return IntStream.range(0, verdicts.size())
        .mapToObj(i -> history.get(i).next(verdicts.get(i)))
        .toList();
  }

  private static byte[] bytes(Known known) {
    VarintWriter out =
        new VarintWriter().writeSigned(known.foldedUpTo()).write(known.before().size());
    known.before().forEach(history -> write(out, history));
    out.write(known.recent().size());
    known
        .recent()
        .forEach(
            (start, verdicts) -> {
              out.write(start);
              verdicts.forEach(
                  verdict ->
                      out.write(verdict.verdict().ordinal() * 2L + (verdict.calm() ? 1 : 0)));
            });
    return out.toBytes();
  }

  private static Known read(byte @Nullable [] bytes, int features) {
    if (bytes != null) {
      VarintReader in = new VarintReader(bytes);
      long foldedUpTo = in.readSigned();
      int size = Math.toIntExact(in.read());
      List<StatusHistory> before = histories(in, size);
      TreeMap<Long, List<FeatureVerdict>> recent = new TreeMap<>();
      for (long left = in.read(); left > 0; left--) {
        recent.put(in.read(), verdicts(in, size));
      }
      if (size == features) {
        return new Known(foldedUpTo, before, recent);
      }
    }
    List<StatusHistory> start =
        IntStream.range(0, features).mapToObj(i -> StatusHistory.start()).toList();
    return new Known(-1, start, new TreeMap<>());
  }

  /** Limits play no part in a status, so that they are not kept. */
  private static List<FeatureVerdict> verdicts(VarintReader in, int size) {
    List<FeatureVerdict> verdicts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int code = Math.toIntExact(in.read());
      verdicts.add(new FeatureVerdict(DriftStatus.values()[code / 2], code % 2 == 1, 0, 0));
    }
    return verdicts;
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
