package io.creditstream.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.registry.HttpSchemaRegistryClient;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.UnknownSchemaException;
import io.creditstream.schemas.serde.AvroSerializer;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.recorded.Connection;
import io.creditstream.standalone.recorded.RecordedDecisions;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application whose schema the registry did not know is set aside, mended and decided. */
class DeadLettersIT {

  private static final String CLIENT = "client-of-the-test";
  private static final String TOPIC = Topics.APPLICATIONS.name();

  @TempDir Path directory;

  @Test
  void shouldDecideAMendedLetterOnce() throws Exception {
    String bundle = QuickModel.into(directory.resolve("bundle")).toString();
    DataDirectory data = new DataDirectory(directory.resolve("data"));
    try (RunningScorer scorer = RunningScorer.start(data);
        SchemaRegistryClient registry =
            new HttpSchemaRegistryClient(RegistryConfig.of(scorer.endpoints().registryUrl()))) {
      Connection connection =
          new Connection(
              Map.of("bootstrap.servers", scorer.endpoints().bootstrapServers()), registry);
      run(scorer, "publish", "--force", "the only one", bundle);
      scorer.awaitReady();
      // The first decision registers its schema, so that the ids to come are known.
      send(connection, application(registry, "sound"));
      await(() -> decided(connection).contains("sound"));
      int next = nextId(registry);
      byte[] foreign = application(registry, "foreign");
      ByteBuffer.wrap(foreign).putInt(1, next);
      send(connection, foreign);
      await(() -> run(scorer, "dlq", "list").out().contains("unknown_schema"));
      // So long a scorer remembers that a schema is unknown.
      long forgotten = System.nanoTime() + Duration.ofSeconds(2).toNanos();

      String listed = run(scorer, "dlq", "list", "--topic", TOPIC).out();
      assertThat(listed).contains("1 dead letters").doesNotContain("foreign", CLIENT);
      assertThat(run(scorer, "dlq", "list", "--payload").out())
          .contains(Base64.getEncoder().encodeToString(foreign));
      assertThat(run(scorer, "dlq", "list", "--reason", "conflict").out())
          .contains("0 dead letters");
      Schema mended = new Schema.Parser().parse(LoanApplication.getClassSchema().toString());
      mended.addProp("origin", "another system");
      assertThat(registry.register(Topics.APPLICATIONS.subject(), mended)).isEqualTo(next);

      await(() -> System.nanoTime() > forgotten);
      Cli first = run(scorer, "dlq", "replay", "--topic", TOPIC, "--offset", place(listed));
      assertThat(first.out()).contains("1 dead letters of " + TOPIC + " sent again");
      await(() -> decided(connection).contains("foreign"));
      Cli second = run(scorer, "dlq", "replay", "--topic", TOPIC, "--reason", "unknown_schema");

      assertThat(second.out())
          .contains("0 dead letters of " + TOPIC + " sent again, 1 had been sent before");
      assertThat(run(scorer, "dlq", "list").out()).containsPattern("unknown_schema +yes");
      assertThat(decided(connection)).containsExactlyInAnyOrder("sound", "foreign");

      send(connection, new byte[16 << 20]);
      await(() -> run(scorer, "dlq", "list").out().contains("read it where it lay"));
      Cli large = run(scorer, "dlq", "replay", "--topic", TOPIC, "--reason", "too_large");
      assertThat(large.out()).contains("0 dead letters", "not sent: 1");
    }
  }

  private static String place(String listed) {
    String line = listed.lines().filter(each -> each.contains("unknown_schema")).findFirst().get();
    return line.split(" +")[1];
  }

  private static int nextId(SchemaRegistryClient registry) {
    int id = 1;
    while (true) {
      try {
        registry.schemaById(id++);
      } catch (UnknownSchemaException e) {
        return id - 1;
      }
    }
  }

  private static byte[] application(SchemaRegistryClient registry, String id) {
    LoanApplication application = new LoanApplication();
    application.setApplicationId(id);
    application.setClientId(CLIENT);
    application.setSubmittedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    application.setNameContractType("Cash loans");
    application.setAmtCredit(100_000.0);
    return new AvroSerializer<>(LoanApplication.class, registry).serialize(TOPIC, application);
  }

  private static void send(Connection connection, byte[] value) throws Exception {
    Map<String, Object> properties = new HashMap<>(connection.client());
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 32 << 20);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, CLIENT.getBytes(UTF_8), value)).get();
    }
  }

  private static List<String> decided(Connection connection) {
    List<String> ids = new ArrayList<>();
    RecordedDecisions.read(connection, decision -> ids.add(decision.getApplicationId()));
    return ids;
  }

  private static void await(Callable<Boolean> state) {
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(state);
  }

  private static Cli run(RunningScorer scorer, String... command) {
    Cli cli = scorer.run(command);
    assertThat(cli.exitCode()).as(cli.out() + cli.err()).isZero();
    return cli;
  }
}
