package io.creditstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers of the Confluent API, byte for byte where clients look. */
class RegistryApiIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STRING = "{\"schema\": \"\\\"string\\\"\"}";
  private static final String INT = "{\"schema\": \"\\\"int\\\"\", \"schemaType\": \"AVRO\"}";

  @TempDir private Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private EmbeddedRegistry registry;

  @BeforeEach
  void start() throws Exception {
    registry = EmbeddedRegistry.start(RegistryOptions.in(directory));
    post("/subjects/s-value/versions", STRING);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | {}",
        "/subjects | [\"s-value\"]",
        "/subjects/s-value/versions | [1]",
        "/subjects/s-value/versions/1 |"
            + " {\"subject\":\"s-value\",\"version\":1,\"id\":1,\"schema\":\"\\\"string\\\"\"}",
        "/subjects/s-value/versions/latest |"
            + " {\"subject\":\"s-value\",\"version\":1,\"id\":1,\"schema\":\"\\\"string\\\"\"}",
        "/subjects/s-value/versions/latest/schema | \"string\"",
        "/schemas/ids/1 | {\"schema\":\"\\\"string\\\"\"}",
        "/schemas/ids/1?fetchMaxId=false&subject=s-value | {\"schema\":\"\\\"string\\\"\"}",
        "/schemas/ids/1/schema | \"string\"",
        "/schemas/ids/1/subjects | [\"s-value\"]",
        "/schemas/ids/1/versions | [{\"subject\":\"s-value\",\"version\":1}]",
        "/schemas/types | [\"AVRO\"]",
        "/contexts | [\".\"]",
        "/config | {\"compatibilityLevel\":\"FULL_TRANSITIVE\"}",
        "/config/s-value?defaultToGlobal=true | {\"compatibilityLevel\":\"FULL_TRANSITIVE\"}",
        "/mode | {\"mode\":\"READWRITE\"}",
        "/mode/s-value?defaultToGlobal=true | {\"mode\":\"READWRITE\"}",
      })
  void shouldAnswer(String path, String body) throws Exception {
    HttpResponse<String> response = get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(
            type -> assertThat(type).startsWith("application/vnd.schemaregistry.v1+json"));
    assertThat(json(response)).isEqualTo(JSON.readTree(body));
  }

  @ParameterizedTest
  @CsvSource({
    "/subjects/other/versions, 404, 40401",
    "/subjects/other/versions/1, 404, 40401",
    "/subjects/s-value/versions/2, 404, 40402",
    "/subjects/s-value/versions/0, 422, 42202",
    "/subjects/s-value/versions/newest, 422, 42202",
    "/schemas/ids/2, 404, 40403",
    "/schemas/ids/x, 404, 40403",
    "/schemas/ids/99999999999, 404, 40403",
    "/config/s-value, 404, 40408",
    "/mode/s-value, 404, 40409",
    "/no/such/page, 404, 404",
  })
  void shouldFail(String path, int status, int code) throws Exception {
    assertError(get(path), status, code);
  }

  @Test
  void shouldLookUpSchemas() throws Exception {
    assertThat(json(post("/subjects/s-value", STRING)).path("version").asInt()).isEqualTo(1);
    assertError(post("/subjects/s-value", INT), 404, 40403);
    assertError(post("/subjects/other", STRING), 404, 40401);
  }

  @Test
  void shouldCheckCompatibility() throws Exception {
    String path = "/compatibility/subjects/s-value/versions";

    assertThat(json(post(path + "/latest", STRING)).path("is_compatible").asBoolean()).isTrue();
    assertThat(json(post(path + "/1", INT)).path("is_compatible").asBoolean(true)).isFalse();
    assertThat(json(post(path, INT)).path("is_compatible").asBoolean(true)).isFalse();
    assertError(post("/compatibility/subjects/other/versions/latest", INT), 404, 40401);
    assertError(post(path + "/2", INT), 404, 40402);
  }

  @Test
  void shouldKeepToOneLevelOfCompatibility() throws Exception {
    HttpResponse<String> kept = put("/config/s-value", "{\"compatibility\": \"FULL_TRANSITIVE\"}");

    assertThat(json(kept).path("compatibility").asText()).isEqualTo("FULL_TRANSITIVE");
    assertError(put("/config/s-value", "{\"compatibility\": \"NONE\"}"), 422, 42203);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"schema\": \"\\\"int\\\"\"} | 409 | 409",
        "{\"schema\": \"{}\"} | 422 | 42201",
        "{\"schema\": \"message M {}\", \"schemaType\": \"PROTOBUF\"} | 422 | 42201",
        "{\"schema\": \"\\\"int\\\"\", \"references\": [{}]} | 422 | 42201",
        "{\"schema\": 1} | 422 | 42201",
        "[] | 422 | 42201",
        "not json | 422 | 42201",
        "'' | 422 | 42201",
      })
  void shouldRefuseBadSchemas(String body, int status, int code) throws Exception {
    assertError(post("/subjects/s-value/versions", body), status, code);
    assertThat(json(get("/subjects/s-value/versions")).size()).isEqualTo(1);
  }

  @Test
  void shouldRefuseHugeRequest() throws Exception {
    HttpResponse<String> response =
        post("/subjects/s-value/versions", "{\"schema\": \"" + "x".repeat(5_000_000) + "\"}");

    assertThat(response.statusCode()).isEqualTo(413);
  }

  private static void assertError(HttpResponse<String> response, int status, int code)
      throws Exception {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).path("error_code").asInt()).isEqualTo(code);
    assertThat(json(response).path("message").asText()).isNotEmpty();
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send("POST", path, body);
  }

  private HttpResponse<String> put(String path, String body) throws Exception {
    return send("PUT", path, body);
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create(registry.url() + path);
  }
}
