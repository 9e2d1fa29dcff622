package io.creditstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.RepaymentResult;
import io.creditstream.schemas.registry.HttpSchemaRegistryClient;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.schemas.registry.SchemaIncompatibleException;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.UnknownSchemaException;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryIT {

  private static final Schema FIRST =
      SchemaBuilder.record("R").doc("caf\u00e9").fields().requiredString("a").endRecord();
  private static final Schema WITH_DEFAULT =
      SchemaBuilder.record("R").fields().requiredString("a").optionalInt("b").endRecord();
  private static final Schema WITHOUT_DEFAULT =
      SchemaBuilder.record("R").fields().requiredString("a").requiredInt("b").endRecord();
  private static final Schema ONLY_DEFAULT =
      SchemaBuilder.record("R").fields().optionalInt("b").endRecord();

  @TempDir private Path directory;

  @Test
  void shouldKeepIdsAcrossRestarts() {
    int first;
    int second;
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(directory))) {
      first = client(registry).register("s", FIRST);
      second = client(registry).register("s", WITH_DEFAULT);
    }

    try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(directory))) {
      SchemaRegistryClient client = client(registry);

      assertThat(client.schemaById(first)).isEqualTo(FIRST);
      assertThat(client.schemaById(first).getDoc()).isEqualTo("caf\u00e9");
      assertThat(client.register("s", FIRST)).isEqualTo(first);
      assertThat(client.register("other", WITH_DEFAULT)).isEqualTo(second);
      assertThat(client.register("third", WITHOUT_DEFAULT)).isGreaterThan(second);
    }
  }

  @Test
  void shouldRefuseIncompatibleVersion() {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(directory))) {
      SchemaRegistryClient client = client(registry);
      assertThat(client.compatible("s", FIRST)).isTrue();
      client.register("s", FIRST);

      assertThat(client.compatible("s", WITH_DEFAULT)).isTrue();
      assertThat(client.compatible("s", WITHOUT_DEFAULT)).isFalse();
      assertThatThrownBy(() -> client.register("s", WITHOUT_DEFAULT))
          .isInstanceOf(SchemaIncompatibleException.class)
          .hasMessageContaining("409");
    }
  }

  @Test
  void shouldRefuseVersionThatAnOlderReaderCannotRead() {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(directory))) {
      SchemaRegistryClient client = client(registry);
      client.register("s", FIRST);
      client.register("s", WITH_DEFAULT);

      assertThat(client.keepCompatible("s")).isTrue();
      assertThatThrownBy(() -> client.register("s", ONLY_DEFAULT))
          .isInstanceOf(SchemaIncompatibleException.class);
    }
  }

  @Test
  void shouldNotKnowOtherIds() {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(directory))) {
      assertThatThrownBy(() -> client(registry).schemaById(1))
          .isInstanceOf(UnknownSchemaException.class);
    }
  }

  @Test
  void shouldServeTheSchemasOfAllTopics() {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(directory))) {
      SchemaRegistryClient client = client(registry);

      for (Topic<?> topic : Topics.all()) {
        Schema schema = SpecificData.get().getSchema(topic.valueType());
        int id = client.register(topic.subject(), schema);
        assertThat(client.schemaById(id).getFullName()).isEqualTo(schema.getFullName());
      }
    }
  }

  @Test
  void shouldCarryEventsFromSerializerToDeserializer() {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(directory))) {
      LoanOutcome outcome =
          new LoanOutcome("a", "c", Instant.ofEpochMilli(1), RepaymentResult.REPAID);
      byte[] bytes =
          new AvroSerde<>(LoanOutcome.class, client(registry)).serializer().serialize("t", outcome);

      LoanOutcome read =
          new AvroSerde<>(LoanOutcome.class, client(registry))
              .deserializer()
              .deserialize("t", bytes);

      assertThat(read).isEqualTo(outcome);
    }
  }

  @Test
  void shouldForgetWhatCrashLeftHalfWritten() throws Exception {
    Path file = directory.resolve("schemas.jsonl");
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(directory))) {
      client(registry).register("s", FIRST);
    }
    Files.writeString(file, "{\"subject\":\"s\",\"vers", StandardOpenOption.APPEND);

    for (int start = 0; start < 2; start++) {
      try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(directory))) {
        assertThat(client(registry).register("s", WITH_DEFAULT)).isEqualTo(2);
      }
    }
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void shouldRefuseFileThatIsNotItsOwn() throws Exception {
    Files.writeString(directory.resolve("schemas.jsonl"), "something else\n");

    assertThatThrownBy(() -> EmbeddedRegistry.start(RegistryOptions.in(directory)))
        .isInstanceOf(LocalClusterException.class)
        .hasMessageContaining(directory.toString());
    assertThat(directory.resolve("schemas.jsonl")).hasContent("something else\n");
  }

  @Test
  void shouldRefusePortInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      RegistryOptions options = RegistryOptions.in(directory).withPort(taken.getLocalPort());

      assertThatThrownBy(() -> EmbeddedRegistry.start(options))
          .isInstanceOf(LocalClusterException.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " is in use");
    }
    EmbeddedRegistry.start(RegistryOptions.in(directory)).close();
  }

  @Test
  void shouldRefuseDirectoryInUse() {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(directory))) {
      assertThat(registry.url()).startsWith("http://127.0.0.1:");

      assertThatThrownBy(() -> EmbeddedRegistry.start(RegistryOptions.in(directory)))
          .isInstanceOf(LocalClusterException.class)
          .hasMessageContaining("is in use by process");
    }
  }

  @Test
  void shouldBeUnavailableOnceClosed() {
    EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(directory));
    SchemaRegistryClient client = client(registry);
    registry.close();

    assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(RegistryUnavailableException.class);
  }

  private static SchemaRegistryClient client(EmbeddedRegistry registry) {
    return new HttpSchemaRegistryClient(RegistryConfig.of(registry.url()));
  }
}
