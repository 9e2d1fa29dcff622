package io.creditstream.scorer.topology;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.ClientDecisionKey;
import io.creditstream.scorer.decision.RecordedDecision;
import io.creditstream.scorer.enrichment.HistoryAssembler;
import io.creditstream.scorer.query.DecisionPage;
import io.creditstream.scorer.query.KnownDecision;
import io.creditstream.scorer.query.ScorerState;
import io.creditstream.scorer.query.StateUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
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
  public DecisionPage decisions(String clientId, String after, int limit) {
    List<KnownDecision> found = new ArrayList<>();
    String last = "";
    try (KeyValueIterator<String, byte[]> keys =
        store(ScoringNodes.CLIENT_DECISIONS_STORE)
            .range(
                ClientDecisionKey.first(clientId, after), ClientDecisionKey.end(clientId))) {
      while (keys.hasNext()) {
        if (found.size() == limit) {
          return new DecisionPage(found, last);
        }
        ClientDecisionKey key = ClientDecisionKey.read(keys.next().key);
        last = key.position();
        decision(key.applicationId())
            .filter(known -> known.decision().getDecidedAt().equals(key.decidedAt()))
            .ifPresent(found::add);
      }
    } catch (InvalidStateStoreException e) {
      throw new StateUnavailableException(e);
    }
    return new DecisionPage(found, "");
  }

  @Override
  public ClientHistory history(String clientId) {
    return histories.assemble(source -> get(ScoringNodes.historyStore(source), clientId));
  }

  private byte @Nullable [] get(String storeName, String key) {
    try {
      return store(storeName).get(key);
    } catch (InvalidStateStoreException e) {
      throw new StateUnavailableException(e);
    }
  }

  private ReadOnlyKeyValueStore<String, byte[]> store(String name) {
    return streams.store(
        StoreQueryParameters.fromNameAndType(
            name, QueryableStoreTypes.<String, byte[]>keyValueStore()));
  }
}
