package io.creditstream.scorer.replay;

import io.creditstream.features.extraction.FeatureExtractor;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the history that counted when an application was decided.
 *
 * <p>A decision does not say how far its scorer had read the five topics of history, and times of
 * records cannot tell either, since producers set them. What is known: of each topic, the scorer
 * had taken in the records of the client up to some offset. So where all records do not give the
 * recorded features, the offset is looked for, topic by topic, that gives most of them. It counts
 * as found only when then every feature and the missing sources are the recorded ones, to the last
 * bit.
 */
final class HistorySearch {

  private final List<SourceTimeline<?>> timelines;
  private final FeatureExtractor extractor;

  HistorySearch(SchemaRegistryClient registry, FeatureExtractor extractor) {
    List<SourceTimeline<?>> all = new ArrayList<>();
    HistorySource.all().forEach(source -> all.add(new SourceTimeline<>(source, registry)));
    this.timelines = List.copyOf(all);
    this.extractor = extractor;
  }

  /**
   * A history of a client.
   *
   * @param later records that it leaves out since they came later
   */
  record Found(ClientHistory history, List<HistoryRecord> later) {}

  /** All that the topics hold. */
  ClientHistory all(RecordedCase recorded) {
    return state(recorded).history();
  }

  /** The history that gives the recorded features; empty where none does. */
  Optional<Found> find(RecordedCase recorded) {
    HistoryState state = state(recorded);
    RecordedVector vector = new RecordedVector(recorded.decision());
    if (agreement(recorded, vector, state) == vector.full()) {
      return Optional.of(new Found(state.history(), List.of()));
    }
    List<Cut> cuts = new ArrayList<>();
    for (SourceTimeline<?> timeline : timelines) {
      cuts.add(bestCut(recorded, vector, timeline));
    }
    List<HistoryRecord> later = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      List<HistoryRecord> records = recorded.history(timelines.get(i).source());
      state.put(timelines.get(i), cuts.get(i).page());
      later.addAll(records.subList(cuts.get(i).taken(), records.size()));
    }
    return agreement(recorded, vector, state) == vector.full()
        ? Optional.of(new Found(state.history(), later))
        : Optional.empty();
  }

  /** How far a topic was read, and the page of the client by then. */
  private record Cut(int taken, byte @Nullable [] page) {}

  private Cut bestCut(RecordedCase recorded, RecordedVector vector, SourceTimeline<?> timeline) {
    List<HistoryRecord> records = recorded.history(timeline.source());
    HistoryState state = state(recorded);
    byte[] page = null;
    state.put(timeline, page);
    int most = agreement(recorded, vector, state);
    int last = most;
    Cut best = new Cut(0, page);
    for (int taken = 1; taken <= records.size(); taken++) {
      byte[] after = timeline.after(page, records.get(taken - 1));
      if (after != page) {
        page = after;
        state.put(timeline, page);
        last = agreement(recorded, vector, state);
      }
      if (last >= most) {
        most = last;
        best = new Cut(taken, page);
      }
    }
    return best;
  }

  private HistoryState state(RecordedCase recorded) {
    HistoryState state = new HistoryState();
    for (SourceTimeline<?> timeline : timelines) {
      byte[] page = null;
      for (HistoryRecord record : recorded.history(timeline.source())) {
        page = timeline.after(page, record);
      }
      state.put(timeline, page);
    }
    return state;
  }

  private int agreement(RecordedCase recorded, RecordedVector vector, HistoryState state) {
    ClientHistory history = state.history();
    return vector.agreement(extractor.extract(recorded.application(), history), history);
  }
}
