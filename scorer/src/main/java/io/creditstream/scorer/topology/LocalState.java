package io.creditstream.scorer.topology;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.ClientDecisionKey;
import io.creditstream.scorer.decision.RecordedDecision;
import io.creditstream.scorer.enrichment.HistoryAssembler;
import io.creditstream.scorer.query.DecisionSlice;
import io.creditstream.scorer.query.KnownDecision;
import io.creditstream.scorer.query.ScorerState;
import io.creditstream.scorer.query.StateUnavailableException;
import io.creditstream.service.http.AdvertisedUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the stores of this process. */
public final class LocalState implements ScorerState {

  private final LocalStores stores;
  private final HistoryAssembler histories;
  private final Deserializer<LoanDecision> decisions;

  /**
   * @param self address under which the group knows this instance; empty for one that is alone
   */
  public LocalState(
      KafkaStreams streams,
      Optional<AdvertisedUrl> self,
      HistoryAssembler histories,
      Deserializer<LoanDecision> decisions) {
    this.stores = new LocalStores(streams, self);
    this.histories = histories;
    this.decisions = decisions;
  }

  @Override
  public Optional<KnownDecision> decision(String applicationId) {
    return reading(
        () ->
            stores.all(ScoringNodes.DECISIONS_STORE).stream()
                .flatMap(store -> find(store, applicationId).stream())
                .findFirst());
  }

  @Override
  public DecisionSlice decisions(String clientId, String after, int limit) {
    return reading(() -> page(clientId, after, limit));
  }

  @Override
  public ClientHistory history(String clientId) {
    return reading(
        () ->
            histories.assemble(
                source ->
                    stores.ofClient(ScoringNodes.historyStore(source), clientId).get(clientId)));
  }

  private DecisionSlice page(String clientId, String after, int limit) {
    ReadOnlyKeyValueStore<String, byte[]> byId =
        stores.ofClient(ScoringNodes.DECISIONS_STORE, clientId);
    List<KnownDecision> found = new ArrayList<>();
    String last = "";
    try (KeyValueIterator<String, byte[]> keys =
        stores
            .ofClient(ScoringNodes.CLIENT_DECISIONS_STORE, clientId)
            .range(ClientDecisionKey.first(clientId, after), ClientDecisionKey.end(clientId))) {
      while (keys.hasNext()) {
        if (found.size() == limit) {
          return new DecisionSlice(found, last);
        }
        ClientDecisionKey key = ClientDecisionKey.read(keys.next().key);
        last = key.position();
        find(byId, key.applicationId())
            .filter(known -> known.decision().getDecidedAt().equals(key.decidedAt()))
            .ifPresent(found::add);
      }
    }
    return new DecisionSlice(found, "");
  }

  private Optional<KnownDecision> find(
      ReadOnlyKeyValueStore<String, byte[]> store, String applicationId) {
    return Optional.ofNullable(store.get(applicationId))
        .map(RecordedDecision::read)
        .map(
            known ->
                new KnownDecision(
                    decision(known.decision()),
                    known.digest(),
                    Optional.of(known.predecessor())
                        .filter(bytes -> bytes.length > 0)
                        .map(this::decision)));
  }

  private LoanDecision decision(byte[] bytes) {
    return decisions.deserialize(Topics.DECISIONS.name(), bytes);
  }

  private static <T> T reading(Supplier<T> read) {
    try {
      return read.get();
    } catch (InvalidStateStoreException e) {
      throw new StateUnavailableException(e);
    }
  }
}
