package io.creditstream.scorer.topology;

import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.RescoreRequest;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.serde.AvroSerializer;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.DecisionSettings;
import io.creditstream.scorer.enrichment.HistoryAssembler;
import io.creditstream.scorer.enrichment.SourcePages;
import io.creditstream.scorer.metrics.ScoringMetrics;
import io.creditstream.scorer.validation.RecordGate;
import io.creditstream.scorer.validation.RecordRules;
import io.creditstream.scorer.validation.TimeRules;
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
 * @param models the models that score
 * @param settings how applications are decided
 * @param metrics what is counted
 * @param uncommitted what was decided and is not committed yet
 * @param clocks by which work is measured
 */
public record ScoringParts(
    RecordGate<LoanApplication> applicationGate,
    RecordGate<RescoreRequest> rescoreGate,
    Map<HistorySource<?>, RecordGate<?>> historyGates,
    HistoryAssembler histories,
    Serializer<LoanDecision> decisionSerializer,
    Deserializer<LoanDecision> decisionDeserializer,
    ScoringModels models,
    DecisionSettings settings,
    ScoringMetrics metrics,
    UncommittedDecisions uncommitted,
    Clocks clocks) {

  public ScoringParts {
    historyGates = Map.copyOf(historyGates);
  }

  /** The parts over a schema registry. */
  public static ScoringParts over(
      SchemaRegistryClient registry,
      ScoringModels models,
      DecisionSettings settings,
      ScoringMetrics metrics) {
    return over(registry, models, settings, metrics, Clocks.system());
  }

  /** The parts over a schema registry, with other clocks. */
  public static ScoringParts over(
      SchemaRegistryClient registry,
      ScoringModels models,
      DecisionSettings settings,
      ScoringMetrics metrics,
      Clocks clocks) {
    TimeRules times = new TimeRules(settings.futureTolerance());
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
        models,
        settings,
        metrics,
        new UncommittedDecisions(),
        clocks);
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
