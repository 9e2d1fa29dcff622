package io.creditstream.scorer.topology;

import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.RescoreRequest;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.serde.AvroSerializer;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.ChallengerBudget;
import io.creditstream.scorer.enrichment.HistoryAssembler;
import io.creditstream.scorer.enrichment.HistoryWait;
import io.creditstream.scorer.enrichment.SourcePages;
import io.creditstream.scorer.metrics.ScoringMetrics;
import io.creditstream.scorer.model.ActiveModel;
import io.creditstream.scorer.validation.RecordGate;
import io.creditstream.scorer.validation.RecordRules;
import io.creditstream.scorer.validation.TimeRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What the processors of the topology work with; safe for use by all of its threads.
 *
 * @param applicationGate checks applications
 * @param rescoreGate checks requests to decide an application anew
 * @param historyGates checks the records of each source
 * @param histories pages of each source
 * @param decisionSerializer writes decisions in the wire format
 * @param decisionDeserializer reads them
 * @param activeModel the model that decides
 * @param challenger the model that scores in the shadow, if any
 * @param challengerBudget how much time the challenger may take
 * @param historyWait how long applications wait for history
 * @param retention how long decisions are remembered to tell repeats
 * @param explainAll whether every decision is explained
 * @param metrics what is counted
 */
public record ScoringParts(
    RecordGate<LoanApplication> applicationGate,
    RecordGate<RescoreRequest> rescoreGate,
    Map<HistorySource<?>, RecordGate<?>> historyGates,
    HistoryAssembler histories,
    Serializer<LoanDecision> decisionSerializer,
    Deserializer<LoanDecision> decisionDeserializer,
    ActiveModel activeModel,
    ActiveModel challenger,
    ChallengerBudget challengerBudget,
    HistoryWait historyWait,
    Duration retention,
    boolean explainAll,
    ScoringMetrics metrics) {

  /** How long decisions are remembered unless something else is chosen. */
  public static final Duration DEFAULT_RETENTION = Duration.ofDays(400);

  public ScoringParts {
    historyGates = Map.copyOf(historyGates);
  }

  /** The parts over a schema registry, without a challenger, waiting for nothing. */
  public static ScoringParts over(
      SchemaRegistryClient registry,
      TimeRules times,
      ActiveModel activeModel,
      boolean explainAll,
      ScoringMetrics metrics) {
    Map<HistorySource<?>, RecordGate<?>> gates = new HashMap<>();
    Map<HistorySource<?>, SourcePages<?>> pages = new HashMap<>();
    HistorySource.all().forEach(source -> add(source, registry, times, gates, pages));
    return new ScoringParts(
        new RecordGate<>(
            Topics.APPLICATIONS.name(),
            new AvroDeserializer<>(LoanApplication.class, registry),
            times,
            RecordRules.applications()),
        new RecordGate<>(
            Topics.RESCORE_REQUESTS.name(),
            new AvroDeserializer<>(RescoreRequest.class, registry),
            times,
            RecordRules.rescoreRequests()),
        gates,
        new HistoryAssembler(pages),
        new AvroSerializer<>(LoanDecision.class, registry),
        new AvroDeserializer<>(LoanDecision.class, registry),
        activeModel,
        new ActiveModel(),
        ChallengerBudget.defaults(),
        HistoryWait.none(),
        DEFAULT_RETENTION,
        explainAll,
        metrics);
  }

  /** The same with a challenger. */
  public ScoringParts withChallenger(ActiveModel other, ChallengerBudget budget) {
    return new ScoringParts(
        applicationGate,
        rescoreGate,
        historyGates,
        histories,
        decisionSerializer,
        decisionDeserializer,
        activeModel,
        other,
        budget,
        historyWait,
        retention,
        explainAll,
        metrics);
  }

  /** The same with applications that wait for history. */
  public ScoringParts withHistoryWait(HistoryWait other) {
    return new ScoringParts(
        applicationGate,
        rescoreGate,
        historyGates,
        histories,
        decisionSerializer,
        decisionDeserializer,
        activeModel,
        challenger,
        challengerBudget,
        other,
        retention,
        explainAll,
        metrics);
  }

  /** The same with decisions that are remembered for another time. */
  public ScoringParts withRetention(Duration other) {
    return new ScoringParts(
        applicationGate,
        rescoreGate,
        historyGates,
        histories,
        decisionSerializer,
        decisionDeserializer,
        activeModel,
        challenger,
        challengerBudget,
        historyWait,
        other,
        explainAll,
        metrics);
  }

  @SuppressWarnings("unchecked") // Each source is the key of a gate of its own type.
  <R extends SpecificRecordBase> RecordGate<R> gate(HistorySource<R> source) {
    return (RecordGate<R>) Objects.requireNonNull(historyGates.get(source));
  }

  private static <R extends SpecificRecordBase> void add(
      HistorySource<R> source,
      SchemaRegistryClient registry,
      TimeRules times,
      Map<HistorySource<?>, RecordGate<?>> gates,
      Map<HistorySource<?>, SourcePages<?>> pages) {
    Class<R> type = source.topic().valueType();
    AvroDeserializer<R> deserializer = new AvroDeserializer<>(type, registry);
    RecordRules<R> rules = RecordRules.history(source, SpecificData.get().getSchema(type));
    gates.put(source, new RecordGate<>(source.topic().name(), deserializer, times, rules));
    pages.put(source, new SourcePages<>(source, deserializer));
  }
}
