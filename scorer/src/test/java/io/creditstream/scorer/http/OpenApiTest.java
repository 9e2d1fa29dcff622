package io.creditstream.scorer.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.scorer.model.ActiveModel;
import io.creditstream.scorer.model.Refusals;
import io.creditstream.scorer.query.DecisionSlice;
import io.creditstream.scorer.query.Instances;
import io.creditstream.scorer.query.KnownDecision;
import io.creditstream.scorer.query.ScorerState;
import io.creditstream.scorer.validation.TimeRules;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    try (ScorerApi api = api()) {
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

  private static ScorerApi api() {
    ScorerState nothing =
        new ScorerState() {
          @Override
          public Optional<KnownDecision> decision(String applicationId) {
            return Optional.empty();
          }

          @Override
          public DecisionSlice decisions(String clientId, String after, int limit) {
            return new DecisionSlice(List.of(), "");
          }

          @Override
          public ClientHistory history(String clientId) {
            return ClientHistory.empty();
          }
        };
    return new ScorerApi(
        new ActiveModel(),
        new ActiveModel(),
        new Refusals(InstantSource.system()),
        nothing,
        Instances.single(),
        place -> Optional.empty(),
        new TimeRules(Duration.ofDays(1)),
        new InMemorySchemaRegistryClient(),
        new MockProducer<>(),
        Optional.empty(),
        1);
  }
}
