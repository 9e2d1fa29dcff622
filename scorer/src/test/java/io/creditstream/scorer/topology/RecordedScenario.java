package io.creditstream.scorer.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.RescoreRequest;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerializer;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.DecisionSettings;
import io.creditstream.scorer.enrichment.HistoryWait;
import io.creditstream.scorer.fixture.CountingMetrics;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.FakeModels;
import io.creditstream.scorer.model.ActiveModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a scorer had done when its state was recorded: it decided an application once and another
 * one twice, and one waits for history.
 */
final class RecordedScenario {

  static final Path RECORDED = Path.of("src/test/resources/state/0.1.0.txt");
  static final String APPLICATION_ID = "recorded";
  static final String WAITING_CLIENT = "client-2";
  static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static final Instant EARLY = Events.NOW.minusSeconds(2_000);

  private final SchemaRegistryClient registry;

  RecordedScenario(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /** Decides by a model on three features; remembers for ever; waits a day for the bureau. */
  ScoringParts parts(CountingMetrics metrics) {
    ActiveModel model = new ActiveModel();
    model.activate(FakeModels.linear("m-1"));
    return ScoringParts.over(
        registry,
        ScoringModels.of(model),
        new DecisionSettings(
            false,
            Duration.ofDays(1),
            new HistoryWait(Duration.ofDays(1), List.of(HistorySource.BUREAU_CREDITS)),
            Duration.ofDays(100_000)),
        metrics);
  }

  /** Everything that the scorer had read, in this order. */
  List<ProducerRecord<byte[], byte[]>> records() {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    records.add(record(Topics.INSTALLMENT_PAYMENTS, Events.payment("p-0", EARLY)));
    records.add(record(Topics.INSTALLMENT_PAYMENTS, Events.CLIENT, null));
    records.add(record(Topics.INSTALLMENT_PAYMENTS, Events.payment("p-1", Events.NOW)));
    records.add(record(Topics.BUREAU_CREDITS, Events.credit("b-1", 100, EARLY)));
    records.add(record(Topics.BUREAU_CREDITS, Events.credit("b-2", 20, EARLY)));
    records.add(record(Topics.BUREAU_CREDITS, Events.removal("b-2", EARLY.plusSeconds(1))));
    records.add(record(Topics.APPLICATIONS, Events.application("once")));
    records.add(record(Topics.APPLICATIONS, Events.application("twice")));
    records.add(rescore());
    ProducerRecord<byte[], byte[]> waiting =
        record(Topics.APPLICATIONS, WAITING_CLIENT, ofAnother("waiting"));
    String trace = "00-" + TRACE + "-00f067aa0ba902b7-01";
    waiting.headers().add("traceparent", trace.getBytes(UTF_8));
    records.add(waiting);
    return records;
  }

  /** The request that had the application decided a second time. */
  ProducerRecord<byte[], byte[]> rescore() {
    return record(
        Topics.RESCORE_REQUESTS,
        new RescoreRequest(Events.application("twice"), Events.NOW, Events.NOW.minusSeconds(1)));
  }

  <V extends SpecificRecord> ProducerRecord<byte[], byte[]> record(Topic<V> topic, V value) {
    return record(topic, Events.CLIENT, value);
  }

  private static LoanApplication ofAnother(String id) {
    LoanApplication application = Events.application(id);
    application.setClientId(WAITING_CLIENT);
    return application;
  }

  private <V extends SpecificRecord> ProducerRecord<byte[], byte[]> record(
      Topic<V> topic, String client, @Nullable V value) {
    byte[] bytes = new AvroSerializer<>(topic.valueType(), registry).serialize(topic.name(), value);
    return new ProducerRecord<>(
        topic.name(), 0, Events.NOW.minusSeconds(1).toEpochMilli(), client.getBytes(UTF_8), bytes);
  }
}
