package io.creditstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaIncompatibleException;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.ScorerApplication;
import io.creditstream.scorer.ScorerConfig;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.standalone.cli.Main;
import io.creditstream.standalone.data.DecisionReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project on a broker and a registry that it did not start itself. */
class ContainersIT {

  private static final int CLIENTS = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path directory;

  private static Containers containers;
  private static SchemaRegistryClient registry;

  @BeforeAll
  static void start() {
    containers = Containers.start();
    registry =
        SchemaRegistryClients.connect(
            RegistryConfig.of(containers.registryUrl()), RegistryListener.ignoring());
    run("topics", "--partitions", "2");
  }

  @AfterAll
  static void stop() {
    if (containers != null) {
      registry.close();
      containers.close();
    }
  }

  static List<Topic<?>> topics() {
    return Topics.all();
  }

  @ParameterizedTest
  @MethodSource("topics")
  <T extends SpecificRecord> void shouldWriteAndReadWhatAnotherImplementationDoes(Topic<T> topic) {
    try (AvroSerde<T> ours = new AvroSerde<>(topic.valueType(), registry);
        Serializer<Object> theirSerializer = ForeignSerdes.serializer(containers);
        Deserializer<Object> theirDeserializer = ForeignSerdes.deserializer(containers)) {
      T event = new MadeUpEvents(topic.name().hashCode()).next(topic.valueType());

      byte[] bytes = ours.serializer().serialize(topic.name(), event);
      byte[] theirs = theirSerializer.serialize(topic.name(), event);

      assertThat(bytes).isEqualTo(theirs);
      assertThat(theirDeserializer.deserialize(topic.name(), bytes)).isEqualTo(event);
      assertThat(ours.deserializer().deserialize(topic.name(), theirs)).isEqualTo(event);
    }
  }

  @Test
  void shouldBeToldByTheRegistryThatASchemaDoesNotFit() {
    Schema other =
        SchemaBuilder.record(LoanOutcome.class.getSimpleName())
            .namespace(LoanOutcome.class.getPackageName())
            .fields()
            .requiredString("somethingElse")
            .endRecord();

    assertThatThrownBy(() -> registry.register(Topics.OUTCOMES.subject(), other))
        .isInstanceOf(SchemaIncompatibleException.class);
  }

  @Test
  void shouldDecideWhatIsFed() {
    String files = directory.resolve("files").toString();
    String bundle = directory.resolve("bundle").toString();
    execute("population", "--out", files, "--train", "700", "--test", Integer.toString(CLIENTS));
    execute("train", "--data", files, "--out", bundle, "--trials", "0", "--no-compare");
    run("publish", bundle);
    KafkaSettings kafka =
        KafkaSettings.of(
            containers.brokers(),
            containers.registryUrl(),
            ScorerConfig.DEFAULT_APPLICATION_ID,
            directory.resolve("state"));
    try (ScorerApplication scorer = ScorerApplication.start(ScorerConfig.defaults(kafka, 0))) {
      await().atMost(PATIENCE).until(() -> scorer.health().whyNotReady().isEmpty());

      run("feed", "--data", files);

      await().atMost(PATIENCE).until(() -> decided().size() == CLIENTS);
      assertThat(decided()).doesNotHaveDuplicates();
    }
  }

  private static List<String> decided() {
    List<String> ids = new ArrayList<>();
    DecisionReader.read(
        Map.of("bootstrap.servers", containers.brokers()),
        registry,
        Long.MAX_VALUE,
        decision -> ids.add(decision.getApplicationId()));
    return ids;
  }

  /** Runs a command against the containers. */
  private static void run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--bootstrap-servers",
            containers.brokers(),
            "--schema-registry",
            containers.registryUrl()));
    execute(all.toArray(String[]::new));
  }

  private static void execute(String... arguments) {
    assertThat(Main.commandLine().execute(arguments)).isZero();
  }
}
