package io.creditstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.acl.KafkaRole;
import io.creditstream.service.acl.KafkaRoles;
import io.creditstream.standalone.cli.Main;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.data.LocalServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that share no code with the project: kcat moves the bytes, Python reads and writes. */
class OtherLanguagesIT {

  private static final String KEY = "client-1";
  private static final String APPLICATION =
      """
      {"applicationId": "by-python", "clientId": "client-of-python", "nameContractType": "Cash loans",
       "amtIncomeTotal": 120000.0, "amtCredit": 300000.0, "daysBirth": -12000}
      """;

  @TempDir static Path directory;

  private static LocalServices services;
  private static SchemaRegistryClient registry;
  private static TopicRecords records;

  @BeforeAll
  static void start() {
    assumeTrue(Kcat.isThere(), "no kcat: install the package kcat");
    assumeTrue(
        Python.isThere(), "no Avro for Python: install python3-confluent-kafka and python3-avro");
    services = LocalServices.open(new DataDirectory(directory.resolve("data")), 0, 0);
    registry =
        SchemaRegistryClients.connect(
            RegistryConfig.of(registryUrl()), RegistryListener.ignoring());
    records = new TopicRecords(brokers());
    createTopics(brokers());
  }

  @AfterAll
  static void stop() {
    if (services != null) {
      registry.close();
      services.close();
    }
  }

  static List<Topic<?>> topics() {
    return Topics.all();
  }

  @ParameterizedTest
  @MethodSource("topics")
  <T extends SpecificRecord> void shouldGiveAndTakeEventsOf(Topic<T> topic) throws IOException {
    try (AvroSerde<T> serde = new AvroSerde<>(topic.valueType(), registry)) {
      T event = new MadeUpEvents(topic.name().hashCode()).next(topic.valueType());
      records.publish(topic.name(), KEY, serde.serializer().serialize(topic.name(), event));

      byte[] json =
          Python.run(Kcat.first(brokers(), topic.name()), "event.py", "decode", registryUrl());
      Path copy = directory.resolve(topic.name());
      Files.write(copy, Python.run(json, "event.py", "encode", registryUrl(), topic.name()));
      Kcat.publish(brokers(), topic.name(), KEY, copy);

      List<byte[]> values = records.of(topic.name(), KEY);
      assertThat(values).hasSize(2);
      assertThat(serde.deserializer().deserialize(topic.name(), values.get(1))).isEqualTo(event);
      assertThat(values.get(1)).as("the same bytes").isEqualTo(values.get(0));
    }
  }

  @Test
  void shouldApplyAndReadDecisionsInPython() throws IOException {
    LoanDecision decision = new MadeUpEvents(1).next(LoanDecision.class);
    decision.setApplicationId("by-java");
    try (AvroSerde<LoanApplication> applications =
            new AvroSerde<>(LoanApplication.class, registry);
        AvroSerde<LoanDecision> decisions = new AvroSerde<>(LoanDecision.class, registry)) {
      String topic = Topics.DECISIONS.name();
      records.publish(topic, KEY, decisions.serializer().serialize(topic, decision));

      String published = Python.run(APPLICATION, "apply.py", brokers(), registryUrl());
      String printed = Python.run("", "decisions.py", brokers(), registryUrl());

      assertThat(published).contains("published by-python");
      assertThat(records.of(Topics.APPLICATIONS.name(), "client-of-python"))
          .singleElement()
          .extracting(
              value -> applications.deserializer().deserialize(Topics.APPLICATIONS.name(), value))
          .returns("by-python", LoanApplication::getApplicationId)
          .returns(300_000.0, LoanApplication::getAmtCredit)
          .doesNotReturn(null, LoanApplication::getSubmittedAt);
      assertThat(printed).contains("\"applicationId\": \"by-java\"");
    }
  }

  @Test
  void shouldDoWithPasswordsAndTheRightsOfTheirRolesWhatTheyAreFor() throws Exception {
    String topic = Topics.DECISIONS.name();
    LoanDecision decision = new MadeUpEvents(2).next(LoanDecision.class);
    try (GuardedBroker broker =
            GuardedBroker.start(
                directory.resolve("guarded"), List.of(KafkaRoles.READER, KafkaRoles.ORIGINATION));
        AvroSerde<LoanDecision> decisions = new AvroSerde<>(LoanDecision.class, registry)) {
      createTopics(broker.unguarded());
      TopicRecords all = new TopicRecords(broker.unguarded());
      List<String> keys = List.of("a", "b", "c", "d", "e", "f", "g", "h");
      for (String key : keys) {
        decision.setApplicationId("for-a-reader-" + key);
        all.publish(topic, key, decisions.serializer().serialize(topic, decision));
      }
      String reader = properties(KafkaRoles.READER);
      String origination = properties(KafkaRoles.ORIGINATION);

      List<CompletableFuture<String>> readers =
          List.of(reading(broker.guarded(), reader), reading(broker.guarded(), reader));
      Python.run(APPLICATION, "apply.py", broker.guarded(), registryUrl(), origination);
      Kcat.erase(broker.guarded(), origination, Topics.BUREAU_CREDITS.name(), KEY);

      for (CompletableFuture<String> printed : readers) {
        assertThat(printed.join().lines())
            .hasSameSizeAs(keys)
            .allMatch(line -> line.contains("\"applicationId\": \"for-a-reader-"));
      }
      assertThat(groups(broker.unguarded())).as("groups, whose members share").isEmpty();
      assertThat(all.all(Topics.APPLICATIONS.name())).hasSize(1);
      assertThat(all.of(Topics.BUREAU_CREDITS.name(), KEY)).containsExactly((byte[]) null);
    }
  }

  private static Collection<GroupListing> groups(String brokers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      return admin.listGroups().all().get();
    }
  }

  /** What one who reads prints, while others do. */
  private static CompletableFuture<String> reading(String brokers, String properties) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Python.run("", "decisions.py", brokers, registryUrl(), properties);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static String properties(KafkaRole role) throws IOException {
    Path file = directory.resolve(role.name() + ".properties");
    return Files.writeString(file, GuardedBroker.properties(role)).toString();
  }

  private static void createTopics(String brokers) {
    int exitCode =
        Main.commandLine()
            .execute("topics", "--bootstrap-servers", brokers, "--schema-registry", registryUrl());
    assertThat(exitCode).isZero();
  }

  private static String brokers() {
    return services.endpoints().bootstrapServers();
  }

  private static String registryUrl() {
    return services.endpoints().registryUrl();
  }
}
