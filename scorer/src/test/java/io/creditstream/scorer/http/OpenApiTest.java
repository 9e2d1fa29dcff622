package io.creditstream.scorer.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.scorer.fixture.EmptyState;
import io.creditstream.scorer.fixture.TestApi;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.junit.jupiter.api.Test;

/** Holds the description of the API against what it serves. */
class OpenApiTest {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Set<String> OF_EVERY_SERVICE =
      Set.of("get /live", "get /ready", "get /metrics");

  @Test
  void shouldDescribeEveryRouteAndNoOther() throws IOException {
    Set<String> routes = new TreeSet<>(OF_EVERY_SERVICE);
    try (ScorerApi api = TestApi.over(new EmptyState(), new MockProducer<>(), 1)) {
      api.routes().accept(recording(routes));
    }
    routes.remove("get /openapi.json");

    Set<String> described = new TreeSet<>();
    description()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> described.add(method + " " + path.getKey())));

    assertThat(described).isEqualTo(routes);
  }

  @Test
  void shouldAnswerEveryErrorWithAProblemDocument() throws IOException {
    for (var path : description().path("paths").properties()) {
      if (!OF_EVERY_SERVICE.contains("get " + path.getKey())) {
        for (JsonNode operation : path.getValue()) {
          for (var response : operation.path("responses").properties()) {
            assertThat(response.getValue().path("content").has("application/problem+json"))
                .as(path.getKey() + " " + response.getKey())
                .isEqualTo(response.getKey().charAt(0) != '2');
          }
        }
      }
    }
  }

  @Test
  void shouldSayWhenToTryAgainAndWhereToLook() throws IOException {
    Map<String, String> headers =
        Map.of("202", "Location", "429", "Retry-After", "503", "Retry-After");
    for (var path : description().path("paths").properties()) {
      if (!OF_EVERY_SERVICE.contains("get " + path.getKey())) {
        for (JsonNode operation : path.getValue()) {
          for (var response : operation.path("responses").properties()) {
            List<String> described = new ArrayList<>();
            response.getValue().path("headers").fieldNames().forEachRemaining(described::add);
            assertThat(described)
                .as(path.getKey() + " " + response.getKey())
                .isEqualTo(Stream.ofNullable(headers.get(response.getKey())).toList());
          }
        }
      }
    }
  }

  @Test
  void shouldReferToNothingThatIsNotThere() throws IOException {
    JsonNode description = description();

    for (JsonNode reference : description.findValues("$ref")) {
      assertThat(description.at(reference.asText().substring(1)).isMissingNode())
          .as(reference.asText())
          .isFalse();
    }
  }

  private static JsonNode description() throws IOException {
    try (InputStream stream = OpenApiTest.class.getResourceAsStream("/openapi.json")) {
      return new ObjectMapper().readTree(stream);
    }
  }

  /** Writes down which paths are given handlers. */
  private static JavalinDefaultRoutingApi recording(Set<String> routes) {
    return (JavalinDefaultRoutingApi)
        Proxy.newProxyInstance(
            OpenApiTest.class.getClassLoader(),
            new Class<?>[] {JavalinDefaultRoutingApi.class},
            (proxy, method, arguments) -> {
              if (METHODS.contains(method.getName())) {
                routes.add(method.getName() + " " + arguments[0]);
              }
              return proxy;
            });
  }
}
