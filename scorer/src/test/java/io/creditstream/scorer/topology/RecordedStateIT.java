package io.creditstream.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.ScorerApplication;
import io.creditstream.scorer.fixture.CountingMetrics;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.recorded.RecordedBroker;
import io.creditstream.service.recorded.RecordedState;
import io.creditstream.service.streams.StreamsRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scorer of today on the changelogs that a scorer of 0.1.0 left behind. */
class RecordedStateIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final InMemorySchemaRegistryClient registry = new InMemorySchemaRegistryClient();
  private final CountingMetrics metrics = new CountingMetrics();

  @TempDir private Path directory;

  @Test
  void shouldGoOnFromWhatTheReleaseLeft() {
    RecordedState recorded = RecordedState.read(RecordedScenario.RECORDED);
    recorded.registerSchemas(registry);
    RecordedScenario scenario = new RecordedScenario(registry);
    try (RecordedBroker broker = RecordedBroker.start(directory, RecordedScenario.APPLICATION_ID)) {
      broker.createTopics(ScorerApplication.topics(), ScorerApplication.inputs());
      broker.publish(recorded, scenario.records());
      try (StreamsRunner streams = broker.runner(ScoringTopology.build(scenario.parts(metrics)));
          KafkaProducer<byte[], byte[]> producer = broker.producer();
          KafkaConsumer<byte[], byte[]> consumer = consumer(broker.kafka())) {
        LoanApplication conflict = Events.application("once");
        conflict.setAmtCredit(1.0);
        producer.send(scenario.record(Topics.APPLICATIONS, Events.application("once")));
        producer.send(scenario.record(Topics.APPLICATIONS, conflict));
        producer.send(scenario.rescore());
        producer.send(scenario.record(Topics.APPLICATIONS, Events.application("new")));
        producer.flush();
        streams.start();

        List<LoanDecision> decisions = new ArrayList<>();
        await("two decisions and a request that comes too late")
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  decisions.addAll(poll(consumer));
                  assertThat(decisions).hasSizeGreaterThanOrEqualTo(2);
                  assertThat(metrics.events()).contains("rescored stale");
                });

        assertThat(decisions)
            .extracting(LoanDecision::getApplicationId)
            .containsExactlyInAnyOrder("new", "waiting");
        assertThat(metrics.events())
            .contains("duplicate", "dead letter credit.applications.v1 conflict");
        LoanDecision fresh = of("new", decisions);
        assertThat(fresh.getFeatures().get(2)).as("the bureau's credit").isEqualTo(100.0);
        LoanDecision late = of("waiting", decisions);
        assertThat(late.getTraceId()).isEqualTo(RecordedScenario.TRACE);
        assertThat(late.getMissingSources()).contains(Topics.BUREAU_CREDITS.name());
      }
    }
  }

  private static LoanDecision of(String application, List<LoanDecision> decisions) {
    return decisions.stream()
        .filter(decision -> decision.getApplicationId().equals(application))
        .findFirst()
        .orElseThrow();
  }

  private List<LoanDecision> poll(KafkaConsumer<byte[], byte[]> consumer) {
    AvroDeserializer<LoanDecision> deserializer =
        new AvroDeserializer<>(LoanDecision.class, registry);
    List<LoanDecision> decisions = new ArrayList<>();
    consumer
        .poll(Duration.ofMillis(100))
        .forEach(record -> decisions.add(deserializer.deserialize(record.topic(), record.value())));
    return decisions;
  }

  private static KafkaConsumer<byte[], byte[]> consumer(KafkaSettings kafka) {
    Map<String, Object> properties = new HashMap<>(kafka.client());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(List.of(new TopicPartition(Topics.DECISIONS.name(), 0)));
    return consumer;
  }
}
