package io.creditstream.drift.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditstream.drift.DriftMonitorApplication;
import io.creditstream.drift.view.DriftSeries;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.RepaymentResult;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.recorded.RecordedBroker;
import io.creditstream.service.recorded.RecordedState;
import io.creditstream.service.streams.StreamsRunner;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A monitor of today on the changelogs that a monitor of 0.1.0 left behind. */
class RecordedStateIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final InMemorySchemaRegistryClient registry = new InMemorySchemaRegistryClient();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @TempDir private Path directory;

  @Test
  void shouldGoOnFromWhatTheReleaseLeft() {
    String outcomes = Topics.OUTCOMES.name();
    RecordedState recorded = RecordedState.read(RecordedScenario.RECORDED);
    recorded.registerSchemas(registry);
    RecordedScenario scenario = new RecordedScenario(registry);
    List<ProducerRecord<byte[], byte[]>> inputs = new ArrayList<>(scenario.told());
    inputs.addAll(scenario.pending());
    try (RecordedBroker broker = RecordedBroker.start(directory, RecordedScenario.APPLICATION_ID)) {
      broker.createTopics(DriftMonitorApplication.topics(), DriftMonitorApplication.inputs());
      broker.publish(recorded, inputs);
      try (StreamsRunner streams = broker.runner(DriftTopology.build(scenario.parts(meters)));
          KafkaProducer<byte[], byte[]> producer = broker.producer()) {
        streams.start();
        await("the report of before").atMost(PATIENCE).until(() -> reports(scenario).size() == 1);
        assertThat(reports(scenario).get(0).getWindowStart()).isEqualTo(RecordedScenario.START);
        assertThat(reports(scenario).get(0).getSamples()).isEqualTo(30);

        producer.send(scenario.record(Topics.DECISIONS, scenario.inTheOpenWindow()));
        producer.send(
            scenario.record(Topics.OUTCOMES, scenario.outcome(1, RepaymentResult.DEFAULTED)));
        producer.send(
            scenario.record(Topics.OUTCOMES, scenario.outcome(2, RepaymentResult.DEFAULTED)));
        producer.send(scenario.record(Topics.DECISIONS, scenario.behindTheOpenWindow()));
        producer.flush();

        await("the next report").atMost(PATIENCE).until(() -> reports(scenario).size() == 2);
        assertThat(reports(scenario).get(1).getSamples())
            .as("decisions told and not told before, and one since")
            .isEqualTo(RecordedScenario.OPEN + 1);
        assertThat(meters.find("creditstream.unmatched").tag("topic", outcomes).counters())
            .allSatisfy(counter -> assertThat(counter.count()).isZero());
        assertThat(meters.counter("creditstream.outcome.corrections").count()).isEqualTo(1);
      }
    }
  }

  /** Reports of everybody, the oldest first. */
  private static List<DriftReport> reports(RecordedScenario scenario) {
    return scenario.board().series().stream()
        .filter(DriftSeries::isOfEverybody)
        .map(DriftSeries::closed)
        .findFirst()
        .orElse(List.of());
  }
}
