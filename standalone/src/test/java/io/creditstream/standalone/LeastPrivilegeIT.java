package io.creditstream.standalone;

import static io.creditstream.service.acl.KafkaRoles.ADVISOR;
import static io.creditstream.service.acl.KafkaRoles.AUDITOR;
import static io.creditstream.service.acl.KafkaRoles.DRIFT_MONITOR;
import static io.creditstream.service.acl.KafkaRoles.OPERATOR;
import static io.creditstream.service.acl.KafkaRoles.ORIGINATION;
import static io.creditstream.service.acl.KafkaRoles.PUBLISHER;
import static io.creditstream.service.acl.KafkaRoles.READER;
import static io.creditstream.service.acl.KafkaRoles.SCORER;
import static io.creditstream.service.acl.KafkaRoles.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.acl.Grant;
import io.creditstream.service.acl.KafkaRole;
import io.creditstream.service.acl.KafkaRoles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With the rules of {@link KafkaRoles} and no others the whole product works, every one of them is
 * needed, and nobody can do what another role is for.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LeastPrivilegeIT {

  @TempDir static Path directory;

  private static AclAudit audit;
  private static LogWatch logged;
  private static SecuredBroker broker;
  private static SecuredRun run;
  private static Set<AclAudit.Asked> refusedOnTheWay;

  @BeforeAll
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  static void runEverything() throws Exception {
    audit = AclAudit.begin();
    logged = LogWatch.begin();
    broker = SecuredBroker.start(directory);
    run = SecuredRun.through(directory, broker);
    refusedOnTheWay = audit.refused();
  }

  @AfterAll
  static void stop() {
    run.close();
    broker.close();
    logged.close();
    audit.close();
  }

  @Test
  void shouldDecideMonitorAndExplainWithTheGrantsOfTheTable() throws Exception {
    assertThat(run.shown()).isEqualTo(SecuredRun.FED + 1);
    assertThat(run.recorded("by-the-api").path("supersedes").isMissingNode()).isFalse();
    assertThat(run.drift().toString()).contains("\"samples\"");
    assertThat(refusedOnTheWay).isEmpty();
  }

  @Test
  void shouldNeedEveryGrantOfTheTable() {
    List<String> unused = new ArrayList<>();
    for (KafkaRole role : KafkaRoles.all()) {
      for (Grant grant : role.grants()) {
        for (AclOperation operation : grant.operations()) {
          if (isExpected(role, grant, operation)
              && !audit.used(role.principal(), grant, operation)) {
            unused.add(role.name() + " " + operation + " " + grant.name());
          }
        }
      }
    }

    assertThat(unused).isEmpty();
  }

  @Test
  void shouldTellNothingOfClientsInLogsMetricsAndHeaders() throws Exception {
    assertThat(logged.lines()).as("what was logged").isNotEmpty();
    assertThat(logged.lines()).noneMatch(line -> line.contains(SecuredRun.CANARY));
    assertThat(logged.lines()).noneMatch(line -> line.contains(SecuredRun.SMUGGLED));
    assertThat(run.metrics()).doesNotContain(SecuredRun.CANARY, SecuredRun.SMUGGLED);
    assertThat(run.headersOfLetters())
        .isNotEmpty()
        .noneMatch(text -> text.contains(SecuredRun.CANARY) || text.contains(SecuredRun.SMUGGLED));
    assertThat(run.answerToNonsense()).contains("422").doesNotContain(SecuredRun.CANARY);
  }

  /** Bad records and mended letters of one topic stand for those of all. */
  private static boolean isExpected(KafkaRole role, Grant grant, AclOperation operation) {
    boolean letters = grant.name().endsWith(".dlq") && !isOfApplications(grant.name());
    boolean mended =
        role == OPERATOR
            && operation == AclOperation.WRITE
            && grant.name().startsWith("credit.")
            && !isOfApplications(grant.name())
            && !grant.name().equals(Topics.RESCORE_REQUESTS.name());
    return !letters && !mended;
  }

  private static boolean isOfApplications(String name) {
    return name.equals(Topics.APPLICATIONS.name())
        || name.equals(Topics.APPLICATIONS.deadLetterTopic());
  }

  static Stream<Arguments> shouldRefuseWhatAnotherRoleIsFor() {
    return Stream.of(
        write(SCORER, "credit.models.v1"),
        write(SCORER, "credit.bureau-credits.v1"),
        write(SCORER, "credit.reviews.v1"),
        read(SCORER, "credit.outcomes.v1"),
        write(DRIFT_MONITOR, "credit.decisions.v1"),
        write(DRIFT_MONITOR, "credit.models.v1"),
        write(DRIFT_MONITOR, "creditstream-scorer-decisions-changelog"),
        read(DRIFT_MONITOR, "credit.bureau-credits.v1"),
        write(ADVISOR, "credit.bureau-credits.v1"),
        write(ADVISOR, "credit.applications.v1"),
        write(ADVISOR, "credit.decisions.v1"),
        write(ADVISOR, "credit.models.v1"),
        read(ADVISOR, "credit.installment-payments.v1"),
        write(PUBLISHER, "credit.decisions.v1"),
        read(PUBLISHER, "credit.applications.v1"),
        write(ORIGINATION, "credit.decisions.v1"),
        write(ORIGINATION, "credit.models.v1"),
        read(ORIGINATION, "credit.applications.v1"),
        write(READER, "credit.decisions.v1"),
        read(READER, "credit.applications.v1"),
        write(AUDITOR, "credit.rescore-requests.v1"),
        write(OPERATOR, "credit.decisions.v1"),
        write(OPERATOR, "credit.models.v1"),
        write(TOPICS, "credit.applications.v1"),
        read(TOPICS, "credit.applications.v1"),
        join(SCORER, "creditstream-drift-monitor"),
        join(READER, "creditstream-scorer"),
        join(ADVISOR, "creditstream-advisor"),
        begin(SCORER, "creditstream-drift-monitor-1"),
        begin(ADVISOR, "creditstream-scorer-1"),
        administer(
            SCORER, "make a topic", admin -> admin.createTopics(topic("credit.new.v1")).all()),
        administer(TOPICS, "make another topic", admin -> admin.createTopics(topic("other")).all()),
        administer(
            SCORER,
            "delete decisions",
            admin -> admin.deleteTopics(List.of("credit.decisions.v1")).all()),
        administer(
            TOPICS,
            "delete decisions",
            admin -> admin.deleteTopics(List.of("credit.decisions.v1")).all()),
        administer(
            DRIFT_MONITOR,
            "see how a topic is configured",
            admin ->
                admin
                    .describeConfigs(
                        List.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, "credit.decisions.v1")))
                    .all()),
        administer(
            OPERATOR, "see the rules", admin -> admin.describeAcls(AclBindingFilter.ANY).values()),
        administer(
            TOPICS,
            "grant itself more",
            admin -> admin.createAcls(TOPICS.withPrincipal("User:x").bindings()).all()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource
  void shouldRefuseWhatAnotherRoleIsFor(String role, String what, Deed deed) {
    assertThatThrownBy(() -> deed.doWith(broker.client(role(role))))
        .satisfies(thrown -> assertThat(root(thrown)).isInstanceOf(AuthorizationException.class));
  }

  @Test
  void shouldLetNobodyInWhomItDoesNotKnow() throws Exception {
    Path foreign =
        Certificates.in(directory.resolve("foreign")).issue("creditstream-drift-monitor");

    assertThatThrownBy(() -> topics(broker.withPassword("creditstream-scorer", "guessed")))
        .hasRootCauseInstanceOf(SaslAuthenticationException.class);
    assertThatThrownBy(() -> topics(broker.certified(broker.store(foreign))))
        .satisfies(
            thrown -> assertThat(thrown).hasCauseInstanceOf(SslAuthenticationException.class));
    assertThat(topics(broker.anonymous())).as("without a name").isEmpty();
    assertThatThrownBy(() -> write("credit.applications.v1").doWith(broker.anonymous()))
        .satisfies(thrown -> assertThat(root(thrown)).isInstanceOf(AuthorizationException.class));
  }

  private static Set<String> topics(Map<String, Object> client) throws Exception {
    try (Admin admin = Admin.create(client)) {
      return admin.listTopics().names().get(1, TimeUnit.MINUTES);
    }
  }

  /** Something that is done with a client; it is thrown what the brokers say against it. */
  @FunctionalInterface
  interface Deed {
    void doWith(Map<String, Object> client) throws Exception;
  }

  /** Something that is asked of the brokers. */
  @FunctionalInterface
  interface Request {
    org.apache.kafka.common.KafkaFuture<?> of(Admin admin);
  }

  private static Arguments write(KafkaRole role, String topic) {
    return Arguments.of(role.name(), "write " + topic, write(topic));
  }

  private static Deed write(String topic) {
    return client -> {
      try (KafkaProducer<byte[], byte[]> producer =
          new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
        producer.send(new ProducerRecord<>(topic, 0, new byte[0], new byte[0])).get();
      }
    };
  }

  private static Arguments read(KafkaRole role, String topic) {
    Deed deed =
        client -> {
          TopicPartition partition = new TopicPartition(topic, 0);
          try (KafkaConsumer<byte[], byte[]> consumer = consumer(client)) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, 0);
            while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
              // What may not be read is told by an exception, what may by records.
            }
          }
        };
    return Arguments.of(role.name(), "read " + topic, deed);
  }

  private static Arguments join(KafkaRole role, String group) {
    Deed deed =
        client -> {
          Map<String, Object> member = new java.util.HashMap<>(client);
          member.put("group.id", group);
          try (KafkaConsumer<byte[], byte[]> consumer = consumer(member)) {
            consumer.subscribe(List.of("credit.decisions.v1"));
            while (consumer.assignment().isEmpty()) {
              consumer.poll(Duration.ofSeconds(1));
            }
          }
        };
    return Arguments.of(role.name(), "join the group " + group, deed);
  }

  private static Arguments begin(KafkaRole role, String id) {
    Deed deed =
        client -> {
          Map<String, Object> transactional = new java.util.HashMap<>(client);
          transactional.put("transactional.id", id);
          try (KafkaProducer<byte[], byte[]> producer =
              new KafkaProducer<>(
                  transactional, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
          }
        };
    return Arguments.of(role.name(), "begin transactions as " + id, deed);
  }

  private static Arguments administer(KafkaRole role, String what, Request request) {
    Deed deed =
        client -> {
          try (Admin admin = Admin.create(client)) {
            request.of(admin).get(1, TimeUnit.MINUTES);
          }
        };
    return Arguments.of(role.name(), what, deed);
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> client) {
    return new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static List<NewTopic> topic(String name) {
    return List.of(new NewTopic(name, 1, (short) 1));
  }

  private static KafkaRole role(String name) {
    return KafkaRoles.all().stream().filter(role -> role.name().equals(name)).findFirst().get();
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root instanceof ExecutionException && root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
