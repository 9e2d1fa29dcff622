package io.creditstream.scorer.topology;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.RecordedDecision;
import io.creditstream.scorer.enrichment.HistoryAssembler;
import io.creditstream.scorer.query.KnownDecision;
import io.creditstream.scorer.query.ScorerState;
import io.creditstream.scorer.query.StateUnavailableException;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads the stores of this process. */
public final class LocalState implements ScorerState {

  private final KafkaStreams streams;
  private final HistoryAssembler histories;
  private final Deserializer<LoanDecision> decisions;

  public LocalState(
      KafkaStreams streams, HistoryAssembler histories, Deserializer<LoanDecision> decisions) {
    this.streams = streams;
    this.histories = histories;
    this.decisions = decisions;
  }

  @Override
  public Optional<KnownDecision> decision(String applicationId) {
    return Optional.ofNullable(get(ScoringNodes.DECISIONS_STORE, applicationId))
        .map(RecordedDecision::read)
        .map(
            known ->
                new KnownDecision(
                    decisions.deserialize(Topics.DECISIONS.name(), known.decision()),
                    known.digest()));
  }

  @Override
  public ClientHistory history(String clientId) {
    return histories.assemble(source -> get(ScoringNodes.historyStore(source), clientId));
  }

  private byte @Nullable [] get(String storeName, String key) {
    try {
      ReadOnlyKeyValueStore<String, byte[]> store =
          streams.store(
              StoreQueryParameters.fromNameAndType(
                  storeName, QueryableStoreTypes.<String, byte[]>keyValueStore()));
      return store.get(key);
    } catch (InvalidStateStoreException e) {
      throw new StateUnavailableException(e);
    }
  }
}
