package io.creditstream.scorer.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.cluster.LoopbackPort;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.scorer.fixture.EmptyState;
import io.creditstream.scorer.fixture.TestApi;
import io.creditstream.scorer.query.DecisionSlice;
import io.creditstream.scorer.query.Instances;
import io.creditstream.scorer.query.KnownDecision;
import io.creditstream.scorer.query.StateUnavailableException;
import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.http.ServiceHttp;
import io.creditstream.service.metrics.ServiceMetrics;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every answer that something is unavailable says when to try again. */
class UnavailableTest {

  private static final String APPLICATION = TestApi.application("a-1");

  private final HttpClient client = HttpClient.newHttpClient();
  private final ServiceMetrics metrics = ServiceMetrics.create();
  private SchemaRegistryClient registry;
  private ScorerApi api;
  private ServiceHttp http;

  @BeforeEach
  void start() {
    String nowhere = "http://127.0.0.1:" + LoopbackPort.free();
    registry =
        SchemaRegistryClients.connect(
            RegistryConfig.of(nowhere).withMaxWait(Duration.ofMillis(10)),
            RegistryListener.ignoring());
    api =
        TestApi.over(
            new Restoring(),
            new MockProducer<>(),
            1,
            Instances.single(),
            registry,
            Optional.empty());
    http = TestApi.serve(api, metrics, HttpSettings.loopback(0));
  }

  @AfterEach
  void stop() {
    http.close();
    api.close();
    registry.close();
    metrics.close();
  }

  @Test
  void shouldSayWhenToTryAgainWhereTheStoresCannotBeRead() throws Exception {
    assertUnavailable(get("/v1/applications/a-1"), "try again");
    assertUnavailable(get("/v1/clients/client-1"), "try again");
    assertUnavailable(get("/v1/clients/client-1/decisions"), "try again");
    assertUnavailable(post("/v1/applications/a-1/rescore", ""), "try again");
    assertUnavailable(post("/v1/score", APPLICATION), "try again");
  }

  @Test
  void shouldSayWhenToTryAgainWhereTheRegistryIsAway() throws Exception {
    assertUnavailable(post("/v1/applications", APPLICATION), "registry");
  }

  @Test
  void shouldSayWhenToTryAgainWhereThereIsNoModel() throws Exception {
    assertUnavailable(get("/v1/model"), "champion");
  }

  private static void assertUnavailable(HttpResponse<String> answer, String detail)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(new ObjectMapper().readTree(answer.body()).get("detail").asText()).contains(detail);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(http.uri().resolve(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(http.uri().resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** Stores that are being restored. */
  private static final class Restoring extends EmptyState {

    @Override
    public Optional<KnownDecision> decision(String applicationId) {
      throw unavailable();
    }

    @Override
    public DecisionSlice decisions(String clientId, String after, int limit) {
      throw unavailable();
    }

    @Override
    public ClientHistory history(String clientId) {
      throw unavailable();
    }

    private static StateUnavailableException unavailable() {
      return new StateUnavailableException(new InvalidStateStoreException("being restored"));
    }
  }
}
