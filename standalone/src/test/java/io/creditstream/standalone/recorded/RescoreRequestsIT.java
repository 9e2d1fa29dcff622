package io.creditstream.standalone.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.cluster.BrokerOptions;
import io.creditstream.cluster.EmbeddedBroker;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.SourceRecord;
import io.creditstream.schemas.SupersededDecision;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.kafka.TopicAdmin;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.simulator.feed.EventPublisher;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RescoreRequestsIT {

  private static final Instant FROM = Instant.parse("2026-01-31T12:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofHours(1));
  private static final int APPLICATIONS = 40;
  private static final String ANEW = "38";
  private static final String ANEW_LATER = "39";
  private static final int BATCH = 3;

  @TempDir Path directory;
  private final Map<String, SourceRecord> places = new HashMap<>();
  private EmbeddedBroker broker;
  private Connection connection;
  private EventPublisher publisher;

  @BeforeEach
  void publishApplications() {
    broker = EmbeddedBroker.start(BrokerOptions.in(directory));
    // Each record is a batch and fetched alone, so that what is written amid reading comes in
    // between.
    connection =
        new Connection(
            Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "batch.size", 1,
                "fetch.max.bytes", 1,
                "max.poll.records", 1),
            new InMemorySchemaRegistryClient());
    try (TopicAdmin admin = new TopicAdmin(Admin.create(connection.client()))) {
      List<Topic<?>> topics =
          List.of(Topics.APPLICATIONS, Topics.DECISIONS, Topics.RESCORE_REQUESTS);
      admin.ensure(topics, List.of(), new TopicSettings(2, (short) 1));
    }
    publisher = EventPublisher.connect(connection.client(), connection.registry());
    for (String id : ids()) {
      publisher.send(Topics.APPLICATIONS, id, application(id));
    }
    publisher.flush();
    read(
        Topics.APPLICATIONS,
        (place, application) -> places.put(application.getApplicationId(), place));
  }

  @AfterEach
  void stop() {
    publisher.close();
    broker.close();
  }

  @Test
  void shouldAskBatchByBatchOnceForEachCurrentDecision() throws Exception {
    for (String id : ids()) {
      publisher.send(Topics.DECISIONS, id, decision(id, FROM));
    }
    Instant again = FROM.plusSeconds(1);
    supersede(ANEW, FROM, again);
    supersede(ANEW_LATER, FROM, TO);
    publisher.flush();
    String gone = deleteOneApplication();
    RescoreRequests requests = new RescoreRequests(connection, publisher);
    List<Integer> sizes = new ArrayList<>();
    List<String> early = new ArrayList<>();

    CurrentDecisions.made(
        connection,
        FROM,
        TO,
        BATCH,
        batch -> {
          requests.send(batch);
          sizes.add(batch.size());
          if (early.isEmpty()) {
            // Somebody else is faster with all that is yet to come.
            early.addAll(ids());
            batch.forEach(decision -> early.remove(decision.getApplicationId()));
            early.removeAll(List.of(ANEW, ANEW_LATER));
            early.forEach(id -> supersede(id, FROM, FROM.plusSeconds(2)));
            publisher.flush();
          }
        });

    int current = APPLICATIONS - 1;
    assertThat(sizes).hasSize(current / BATCH).containsOnly(BATCH);
    assertThat(early).hasSizeGreaterThan(current / 2);
    assertThat(requests.done()).isEqualTo(new RescoreRequests.Done(current - 1, 1));
    Map<String, Instant> expected = new HashMap<>();
    ids().forEach(id -> expected.put(id, FROM));
    expected.put(ANEW, again);
    expected.remove(ANEW_LATER);
    expected.remove(gone);
    assertThat(asked()).containsExactlyInAnyOrderElementsOf(expected.entrySet());
  }

  /** The decisions that requests name. */
  private List<Map.Entry<String, Instant>> asked() {
    List<Map.Entry<String, Instant>> asked = new ArrayList<>();
    read(
        Topics.RESCORE_REQUESTS,
        (place, request) ->
            asked.add(
                Map.entry(request.getApplication().getApplicationId(), request.getDecidedAt())));
    return asked;
  }

  /** The first of a partition, none of those that are superseded. */
  private String deleteOneApplication() throws Exception {
    Map.Entry<String, SourceRecord> first =
        places.entrySet().stream()
            .filter(entry -> entry.getValue().getOffset() == 0)
            .filter(entry -> !List.of(ANEW, ANEW_LATER).contains(entry.getKey()))
            .findFirst()
            .orElseThrow();
    SourceRecord place = first.getValue();
    try (Admin admin = Admin.create(connection.client())) {
      admin
          .deleteRecords(
              Map.of(
                  new TopicPartition(place.getTopic(), place.getPartition()),
                  RecordsToDelete.beforeOffset(1)))
          .all()
          .get();
    }
    return first.getKey();
  }

  private void supersede(String id, Instant decidedAt, Instant anew) {
    LoanDecision decision = decision(id, anew);
    decision.setSupersedes(
        new SupersededDecision(
            decidedAt,
            DecisionOutcome.APPROVED,
            new SourceRecord(Topics.RESCORE_REQUESTS.name(), 0, 0L)));
    publisher.send(Topics.DECISIONS, id, decision);
  }

  private LoanDecision decision(String id, Instant decidedAt) {
    return LoanDecision.newBuilder()
        .setApplicationId(id)
        .setClientId(id)
        .setSubmittedAt(FROM)
        .setDecidedAt(decidedAt)
        .setOutcome(DecisionOutcome.APPROVED)
        .setProbabilityOfDefault(0.1)
        .setRawScore(-2)
        .setBaseValue(-2)
        .setThreshold(0.5)
        .setPolicyVersion("p")
        .setModelVersion("m")
        .setModelSha256("00ff")
        .setFeatures(List.of())
        .setContributions(List.of())
        .setReasons(List.of())
        .setMissingSources(List.of())
        .setSource(places.get(id))
        .setTraceId("0af7651916cd43dd8448eb211c80319c")
        .build();
  }

  private static LoanApplication application(String id) {
    LoanApplication application = new LoanApplication();
    application.setApplicationId(id);
    application.setClientId(id);
    application.setSubmittedAt(FROM);
    application.setNameContractType("Cash loans");
    return application;
  }

  private static List<String> ids() {
    return IntStream.range(0, APPLICATIONS).mapToObj(Integer::toString).toList();
  }

  private <V extends SpecificRecord> void read(Topic<V> topic, BiConsumer<SourceRecord, V> values) {
    AvroDeserializer<V> decoder = new AvroDeserializer<>(topic.valueType(), connection.registry());
    try (TopicScan scan = new TopicScan(connection.client())) {
      scan.read(
          scan.partitions(topic.name()),
          record ->
              values.accept(
                  RecordedApplications.place(record),
                  decoder.deserialize(record.topic(), record.value())));
    }
  }
}
