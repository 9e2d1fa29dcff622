package io.creditstream.scorer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.scorer.fixture.EmptyState;
import io.creditstream.scorer.fixture.TestApi;
import io.creditstream.scorer.query.KnownDecision;
import io.creditstream.service.health.Health;
import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.http.ServiceHttp;
import io.creditstream.service.metrics.ServiceMetrics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SubmittingTest {

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final Undecided state = new Undecided();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void shouldPublishWithoutWaitingWhereAllPlacesAreTaken() throws Exception {
    try (ServiceMetrics metrics = ServiceMetrics.create();
        ScorerApi api = TestApi.over(state, producer, 1);
        ServiceHttp http =
            ServiceHttp.start(
                HttpSettings.loopback(0),
                new Health(List.of(), List.of()),
                metrics.registry(),
                api.routes())) {
      CompletableFuture<HttpResponse<String>> waits = submit(http.uri(), "first");
      state.asked.join();

      HttpResponse<String> second = submit(http.uri(), "second").join();

      assertThat(second.statusCode()).as(second.body()).isEqualTo(202);
      assertThat(waits).isNotDone();
      assertThat(producer.history()).hasSize(2);
      state.decided = true;
      assertThat(waits.join().statusCode()).isEqualTo(409);
      assertThat(submit(http.uri(), "third").join().statusCode()).isEqualTo(409);
    }
  }

  private CompletableFuture<HttpResponse<String>> submit(URI scorer, String id) {
    String body =
        """
        {"applicationId":"%s","clientId":"client-1","submittedAt":"2026-06-01T12:00:00Z",
         "nameContractType":"Cash loans","amtIncomeTotal":50000,"amtCredit":1000,
         "daysBirth":-12000}
        """
            .formatted(id);
    return client.sendAsync(
        HttpRequest.newBuilder(scorer.resolve("/v1/applications?wait=PT30S"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** Stores without decisions, and later with one about other content under every id. */
  private static final class Undecided extends EmptyState {

    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private volatile boolean decided;

    @Override
    public Optional<KnownDecision> decision(String applicationId) {
      asked.complete(null);
      return decided ? someDecision() : Optional.empty();
    }
  }
}
