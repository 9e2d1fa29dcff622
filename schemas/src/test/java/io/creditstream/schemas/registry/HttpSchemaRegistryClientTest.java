package io.creditstream.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.schemas.LoanOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSchemaRegistryClientTest {

  private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

  private StubRegistry stub;
  private HttpSchemaRegistryClient client;

  @BeforeEach
  void start() throws IOException {
    stub = StubRegistry.start();
    client = new HttpSchemaRegistryClient(StubRegistry.config(stub.url()));
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void shouldRegisterSchemaUnderSubject() {
    stub.answering(200, "{\"id\": 42}");

    int id = client.register("credit.outcomes.v1-value", SCHEMA);

    assertThat(id).isEqualTo(42);
    StubRegistry.Request request = stub.onlyRequest();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/subjects/credit.outcomes.v1-value/versions");
    assertThat(request.contentType()).isEqualTo("application/vnd.schemaregistry.v1+json");
    assertThat(request.body()).isEqualTo("{\"schema\":\"\\\"string\\\"\"}");
  }

  @Test
  void shouldEscapeSubject() {
    stub.answering(200, "{\"id\": 1}");

    client.register("a/b c+ü", SCHEMA);

    assertThat(stub.onlyRequest().path()).isEqualTo("/subjects/a%2Fb%20c%2B%C3%BC/versions");
  }

  @Test
  void shouldRegisterGeneratedClassesWithoutJavaProperties() {
    stub.answering(200, "{\"id\": 1}");

    client.register("s", LoanOutcome.getClassSchema());

    assertThat(stub.onlyRequest().body())
        .contains("applicationId")
        .doesNotContain("avro.java.string");
  }

  @Test
  void shouldFetchSchemaById() {
    stub.answering(200, "{\"schema\": \"{\\\"type\\\": \\\"string\\\"}\"}");

    Schema schema = client.schemaById(7);

    assertThat(schema).isEqualTo(SCHEMA);
    assertThat(stub.onlyRequest().path()).isEqualTo("/schemas/ids/7");
  }

  @Test
  void shouldAnswerCompatibilityOfTheRegistry() {
    stub.answering(200, "{\"is_compatible\": false}");

    boolean compatible = client.compatible("s", SCHEMA);

    assertThat(compatible).isFalse();
    assertThat(stub.onlyRequest().path()).isEqualTo("/compatibility/subjects/s/versions/latest");
  }

  @Test
  void shouldAskForCompatibilityOfAllVersions() {
    stub.answering(200, "{\"compatibility\": \"FULL_TRANSITIVE\"}");

    boolean kept = client.keepCompatible("s");

    assertThat(kept).isTrue();
    assertThat(stub.onlyRequest().method()).isEqualTo("PUT");
    assertThat(stub.onlyRequest().path()).isEqualTo("/config/s");
    assertThat(stub.onlyRequest().body()).contains("FULL_TRANSITIVE");
  }

  @Test
  void shouldTellThatARegistryDoesNotKeepVersionsCompatible() {
    stub.answering(422, "{\"error_code\": 42203, \"message\": \"no such level\"}");

    assertThat(client.keepCompatible("s")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {40401, 40402})
  void shouldTakeAnythingAsCompatibleWithNewSubject(int code) {
    stub.answering(404, "{\"error_code\": " + code + ", \"message\": \"not found\"}");

    boolean compatible = client.compatible("s", SCHEMA);

    assertThat(compatible).isTrue();
  }

  @Test
  void shouldBlameTheIdWhenTheRegistryDoesNotKnowIt() {
    stub.answering(404, "{\"error_code\": 40403, \"message\": \"Schema not found\"}");

    assertThatExceptionOfType(UnknownSchemaException.class)
        .isThrownBy(() -> client.schemaById(9))
        .satisfies(e -> assertThat(e.id()).isEqualTo(9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"schema\": \"syntax = proto3\"}", "{\"schema\": \"{}\"}"})
  void shouldBlameTheIdWhenItsSchemaIsNotAvro(String body) {
    stub.answering(200, body);

    assertThatThrownBy(() -> client.schemaById(9))
        .isInstanceOf(UnknownSchemaException.class)
        .hasMessageNotContaining("proto3");
  }

  @ParameterizedTest
  @CsvSource({"409,409", "409,40901", "422,42201"})
  void shouldReportRefusedSchema(int status, int code) {
    stub.answering(status, "{\"error_code\": " + code + ", \"message\": \"no\"}");

    assertThatThrownBy(() -> client.register("s", SCHEMA))
        .isInstanceOf(SchemaIncompatibleException.class)
        .hasMessageContaining("subject s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | {\"error_code\": 50001, \"message\": \"store\"}",
        "503 | ''",
        "429 | {\"error_code\": 42901, \"message\": \"slow down\"}",
        "401 | {\"error_code\": 40101, \"message\": \"who?\"}",
        "403 | {\"error_code\": 40301, \"message\": \"no\"}",
        "404 | <html>no such page</html>",
        "404 | {\"error_code\": 404, \"message\": \"HTTP 404 Not Found\"}",
        "301 | ''",
        "200 | {\"schema\": ",
        "200 | []",
        "200 | ''",
        "200 | <html>welcome</html>",
      })
  void shouldNotBlameTheIdForAnyOtherAnswer(int status, String body) {
    stub.answering(status, body);

    assertThatThrownBy(() -> client.schemaById(9))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(stub.url());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\": \"x\"}", "{}", "{\"id\": null}", "nonsense"})
  void shouldNotTakeNonsenseForAnId(String body) {
    stub.answering(200, body);

    assertThatThrownBy(() -> client.register("s", SCHEMA))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void shouldReportServerThatIsDown() {
    stub.close();

    assertThatThrownBy(() -> client.schemaById(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void shouldReportServerThatNeverAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      RegistryConfig config =
          new RegistryConfig(
              List.of(url),
              Duration.ofSeconds(1),
              Duration.ofMillis(100),
              Duration.ofSeconds(1),
              Backoff.defaults());

      assertThatThrownBy(() -> new HttpSchemaRegistryClient(config).schemaById(1))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("no answer within PT0.1S");
    }
  }

  @Test
  void shouldAskTheNextServerWhenOneIsDownAndRememberIt() throws IOException {
    stub.answering(500, "");
    try (StubRegistry second = StubRegistry.start().answering(200, "{\"id\": 3}")) {
      client = new HttpSchemaRegistryClient(StubRegistry.config(stub.url(), second.url()));

      assertThat(client.register("s", SCHEMA)).isEqualTo(3);
      assertThat(client.register("s", SCHEMA)).isEqualTo(3);

      assertThat(stub.requests()).hasSize(1);
      assertThat(second.requests()).hasSize(2);
    }
  }

  @Test
  void shouldKeepBasePathAndSendBasicAuthentication() {
    stub.answering(200, "{\"id\": 3}");
    String url = "http://us%40er:p+w%3A@127.0.0.1:" + stub.port() + "/apis/ccompat/v7/";

    new HttpSchemaRegistryClient(StubRegistry.config(url)).register("s", SCHEMA);

    byte[] plain = "us@er:p+w:".getBytes(StandardCharsets.UTF_8);
    StubRegistry.Request request = stub.onlyRequest();
    assertThat(request.path()).isEqualTo("/apis/ccompat/v7/subjects/s/versions");
    assertThat(request.authorization())
        .isEqualTo("Basic " + Base64.getEncoder().encodeToString(plain));
  }

  @Test
  void shouldNotShowCredentialsInErrors() {
    String url = "http://user:canary@127.0.0.1:" + stub.port();
    stub.answering(403, "{\"error_code\": 40301}");

    assertThatThrownBy(() -> new HttpSchemaRegistryClient(StubRegistry.config(url)).schemaById(1))
        .hasMessageContaining("check user and password")
        .hasMessageNotContaining("canary");
  }

  @Test
  void shouldStopWhenInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> client.schemaById(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
