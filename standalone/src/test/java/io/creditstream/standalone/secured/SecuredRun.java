package io.creditstream.standalone.secured;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.RepaymentResult;
import io.creditstream.schemas.ReviewVerdict;
import io.creditstream.schemas.registry.HttpSchemaRegistryClient;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.acl.KafkaRole;
import io.creditstream.service.acl.KafkaRoles;
import io.creditstream.service.json.EventJson;
import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.standalone.recorded.TopicScan;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/**
 * Everything that the roles are for, once: from making the topics to looking back, each part of it
 * under its own role.
 */
final class SecuredRun implements AutoCloseable {

  /** Applications that come from files; one more comes by the API. */
  static final int FED = 12;

  /** A client, in an application that is decided and in one that is set aside. */
  static final String CANARY = "canary-4471";

  /** What would be a line of its own in a log. */
  static final String SMUGGLED = "WARN all is well";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String APPLICATIONS = Topics.APPLICATIONS.name();

  private final Path directory;
  private final SecuredBroker broker;
  private final RoleFiles files;
  private final SchemaRegistryClient registry;
  private final RunningProduct product;

  private SecuredRun(Path directory, SecuredBroker broker) {
    this.directory = directory;
    this.broker = broker;
    this.files = new RoleFiles(directory, broker);
    this.registry = new HttpSchemaRegistryClient(RegistryConfig.of(broker.registryUrl()));
    files.command(KafkaRoles.TOPICS, "topics", "--partitions", "1", "--replication-factor", "1");
    publishModels();
    this.product = new RunningProduct(files);
  }

  static SecuredRun through(Path directory, SecuredBroker broker) throws Exception {
    SecuredRun run = new SecuredRun(directory, broker);
    run.apply();
    run.readOn();
    run.lookBack();
    run.product.restartElsewhere();
    return run;
  }

  RunningProduct product() {
    return product;
  }

  private void publishModels() {
    String data = directory.resolve("files").toString();
    String bundle = bundle();
    RoleFiles.run("population", "--out", data, "--train", "700", "--test", "" + FED);
    RoleFiles.run(
        "train", "--data", data, "--out", bundle, "--folds", "2", "--trials", "0", "--no-compare");
    files.command(KafkaRoles.PUBLISHER, "publish", "--force", "the only one", bundle);
    publishChallenger();
  }

  /** Publishes a challenger, the same one each time. */
  void publishChallenger() {
    files.command(KafkaRoles.PUBLISHER, "publish", "--role", "challenger", bundle());
  }

  private String bundle() {
    return directory.resolve("bundle").toString();
  }

  /** Applications by files and by the API, one that breaks rules and bytes that are none. */
  private void apply() throws Exception {
    files.command(KafkaRoles.ORIGINATION, "feed", "--data", directory.resolve("files").toString());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            broker.client(KafkaRoles.ORIGINATION),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(APPLICATIONS, CANARY.getBytes(UTF_8), new byte[] {1, 2, 3}))
          .get();
    }
    LoanApplication strange = application("strange\n" + SMUGGLED);
    strange.setAmtCredit(-1.0);
    publish(KafkaRoles.ORIGINATION, Topics.APPLICATIONS, CANARY, strange);
    assertThat(submit("by-the-api").statusCode()).isEqualTo(202);
    await("the decision", () -> product.recorded("by-the-api").has("outcome"));
    assertThat(product.post("/v1/applications/by-the-api/rescore", "").statusCode())
        .isLessThan(300);
  }

  /** Submits a sound application by the API. */
  HttpResponse<String> submit(String id) throws Exception {
    return product.post("/v1/applications", EventJson.line(application(id)));
  }

  private static LoanApplication application(String id) {
    LoanApplication application = new LoanApplication();
    application.setApplicationId(id);
    application.setClientId(CANARY);
    application.setSubmittedAt(now());
    application.setNameContractType("Cash loans");
    application.setOrganizationType(CANARY);
    application.setAmtCredit(100_000.0);
    return application;
  }

  /** Decisions reach a reader, the advisor and the drift monitor, and come back as events. */
  private void readOn() {
    LoanDecision some = decisions(FED + 2).get(0);
    LoanOutcome outcome =
        new LoanOutcome(
            some.getApplicationId(),
            some.getClientId(),
            some.getSubmittedAt(),
            RepaymentResult.REPAID);
    publish(KafkaRoles.ORIGINATION, Topics.OUTCOMES, some.getClientId(), outcome);
    DecisionReview review =
        new DecisionReview(
            some.getApplicationId(),
            some.getClientId(),
            "review",
            now(),
            "somebody",
            null,
            ReviewVerdict.UPHELD,
            some.getOutcome(),
            "as it was");
    publish(KafkaRoles.ADVISOR, Topics.REVIEWS, some.getClientId(), review);
    await("the advisor shows all", () -> product.shown() == FED + 1);
    await("the monitor has counted all", product.monitor()::caughtUp);
  }

  private void lookBack() {
    String id = decisions(1).get(0).getApplicationId();
    assertThat(files.command(KafkaRoles.AUDITOR, "replay", "--application", id).out())
        .contains("1");
    assertThat(files.command(KafkaRoles.AUDITOR, "dlq", "list").out()).contains("2 dead letters");
    files.command(KafkaRoles.OPERATOR, "rescore", "--application", id);
    files.command(KafkaRoles.OPERATOR, "dlq", "replay", "--topic", APPLICATIONS, "--offset", "0:0");
    decisions(FED + 3);
  }

  /** What the headers of dead letters say. */
  List<String> headersOfLetters() {
    List<String> headers = new ArrayList<>();
    try (TopicScan scan = new TopicScan(broker.client(KafkaRoles.AUDITOR))) {
      scan.read(
          scan.partitions(Topics.APPLICATIONS.deadLetterTopic()),
          letter ->
              letter.headers().forEach(header -> headers.add(new String(header.value(), UTF_8))));
    }
    return headers;
  }

  private <V extends SpecificRecord> void publish(
      KafkaRole role, Topic<V> topic, String key, V value) {
    try (EventPublisher publisher = EventPublisher.connect(broker.client(role), registry)) {
      publisher.send(topic, key, value);
      publisher.flush();
    }
  }

  /** Waits for so many decisions as whoever takes them further would read them. */
  private List<LoanDecision> decisions(int count) {
    Map<String, Object> client = broker.client(KafkaRoles.READER);
    client.put("group.id", "creditstream-reader-of-the-test");
    client.put("auto.offset.reset", "earliest");
    client.put("enable.auto.commit", "false");
    client.put("isolation.level", "read_committed");
    AvroDeserializer<LoanDecision> deserializer =
        new AvroDeserializer<>(LoanDecision.class, registry);
    List<LoanDecision> decisions = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(
          Stream.of(Topics.DECISIONS, Topics.REVIEWS, Topics.DRIFT_REPORTS)
              .map(Topic::name)
              .toList());
      await(
          count + " decisions",
          () -> {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
              if (record.topic().equals(Topics.DECISIONS.name())) {
                decisions.add(deserializer.deserialize(record.topic(), record.value()));
              }
            }
            return decisions.size() >= count;
          });
    }
    return decisions;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static void await(String what, Callable<Boolean> state) {
    Awaitility.await(what).atMost(PATIENCE).until(state);
  }

  @Override
  public void close() {
    product.close();
    registry.close();
  }
}
