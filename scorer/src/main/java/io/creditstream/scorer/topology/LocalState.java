package io.creditstream.scorer.topology;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.serde.AvroDecodingException;
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

/**
 * Reads the stores of this process. They show what a transaction has done before it is committed:
 * decisions that are not are passed over, in favour of those that they supersede.
 */
public final class LocalState implements ScorerState {

  private final LocalStores stores;
  private final UncommittedDecisions uncommitted;
  private final HistoryAssembler histories;
  private final Deserializer<LoanDecision> decisions;

  /**
   * @param self address under which the group knows this instance; empty for one that is alone
   * @param uncommitted the decisions that the tasks of the stream have not committed
   */
  public LocalState(
      KafkaStreams streams,
      Optional<AdvertisedUrl> self,
      UncommittedDecisions uncommitted,
      HistoryAssembler histories,
      Deserializer<LoanDecision> decisions) {
    this.stores = new LocalStores(streams, self);
    this.uncommitted = uncommitted;
    this.histories = histories;
    this.decisions = decisions;
  }

  @Override
  public Optional<KnownDecision> decision(String applicationId) {
    return reading(
        () ->
            stores.all(ScoringNodes.DECISIONS_STORE).stream()
                .flatMap(store -> find(store, applicationId).stream())
                .flatMap(recorded -> committed(applicationId, recorded).stream())
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
            .filter(recorded -> recorded.decidedAt().equals(key.decidedAt()))
            .flatMap(recorded -> committed(key.applicationId(), recorded))
            .ifPresent(found::add);
      }
    }
    return new DecisionSlice(found, "");
  }

  private static Optional<RecordedDecision> find(
      ReadOnlyKeyValueStore<String, byte[]> store, String applicationId) {
    return Optional.ofNullable(store.get(applicationId)).map(RecordedDecision::read);
  }

  /** What is recorded, or the decision that it is about to supersede. */
  private Optional<KnownDecision> committed(String applicationId, RecordedDecision recorded) {
    Optional<LoanDecision> predecessor =
        Optional.of(recorded.predecessor()).filter(bytes -> bytes.length > 0).map(this::decision);
    if (!uncommitted.contains(applicationId, recorded.decidedAt())) {
      return Optional.of(
          new KnownDecision(decision(recorded.decision()), recorded.digest(), predecessor));
    }
    return predecessor
        .filter(decided -> !uncommitted.contains(applicationId, decided.getDecidedAt()))
        .map(decided -> new KnownDecision(decided, recorded.digest(), Optional.empty()));
  }

  private LoanDecision decision(byte[] bytes) {
    return decisions.deserialize(Topics.DECISIONS.name(), bytes);
  }

  /** Reads; again where a task was started meanwhile: the stores may have been those of another. */
  private <T> T reading(Supplier<T> read) {
    try {
      while (true) {
        long starts = uncommitted.starts();
        T found = read.get();
        if (uncommitted.starts() == starts) {
          return found;
        }
      }
    } catch (InvalidStateStoreException e) {
      throw new StateUnavailableException(e);
    } catch (AvroDecodingException e) {
      throw new StateUnavailableException(
          "the registry lacks, or has exchanged, a schema of what is stored: " + e.getMessage(), e);
    }
  }
}
