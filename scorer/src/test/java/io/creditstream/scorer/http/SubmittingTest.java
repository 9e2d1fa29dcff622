package io.creditstream.scorer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.cluster.LoopbackPort;
import io.creditstream.scorer.fixture.EmptyState;
import io.creditstream.scorer.fixture.HeldBy;
import io.creditstream.scorer.fixture.TestApi;
import io.creditstream.scorer.query.KnownDecision;
import io.creditstream.scorer.query.StateUnavailableException;
import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.http.ServiceHttp;
import io.creditstream.service.metrics.ServiceMetrics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SubmittingTest {

  private final ServiceMetrics metrics = ServiceMetrics.create();
  private final MockProducer<byte[], byte[]> producer = producer();
  private final MockProducer<byte[], byte[]> ofTheAsked = producer();
  private final Undecided state = new Undecided();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    metrics.close();
  }

  @Test
  void shouldPublishWithoutWaitingWhereAllPlacesAreTaken() throws Exception {
    try (ScorerApi api = TestApi.over(state, producer, 1);
        ServiceHttp http = serve(api)) {
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

  @Test
  void shouldWaitOnWhileTheStoresCannotBeRead() throws Exception {
    state.unreadable = true;
    try (ScorerApi api = TestApi.over(state, producer, 1);
        ServiceHttp http = serve(api)) {
      CompletableFuture<HttpResponse<String>> waits = submit(http.uri(), "first");
      state.asked.join();

      state.decided = true;
      state.unreadable = false;

      assertThat(waits.join().statusCode()).isEqualTo(409);
    }
  }

  @Test
  void shouldSayThatItPublishedWhereTheStoresOfTheHolderCannotBeRead() throws Exception {
    state.unreadable = true;
    try (ScorerApi api = TestApi.over(state, producer, 1);
        ServiceHttp holder = serve(api);
        ScorerApi askedApi =
            TestApi.over(new Undecided(), ofTheAsked, 1, new HeldBy(holder.uri()));
        ServiceHttp asked = serve(askedApi)) {
      HttpResponse<String> answer = submit(asked.uri(), "a-1", "PT0.05S").join();

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      assertThat(answer.headers().firstValue("Location")).contains("/v1/applications/a-1");
      assertThat(producer.history()).hasSize(1);
      assertThat(ofTheAsked.history()).as("published once").isEmpty();
    }
  }

  @Test
  void shouldPublishWithoutWaitingWhereTheHolderDoesNotAnswer() throws Exception {
    URI nobody = URI.create("http://127.0.0.1:" + LoopbackPort.free());
    try (ScorerApi api = TestApi.over(state, producer, 1, new HeldBy(nobody));
        ServiceHttp http = serve(api)) {
      HttpResponse<String> answer = submit(http.uri(), "a-1").join();

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      assertThat(producer.history()).hasSize(1);
      assertThat(state.asked).as("stores that do not hold the client").isNotDone();
    }
  }

  private ServiceHttp serve(ScorerApi api) {
    return TestApi.serve(api, metrics, HttpSettings.loopback(0));
  }

  private static MockProducer<byte[], byte[]> producer() {
    return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private CompletableFuture<HttpResponse<String>> submit(URI scorer, String id) {
    return submit(scorer, id, "PT30S");
  }

  private CompletableFuture<HttpResponse<String>> submit(URI scorer, String id, String wait) {
    return client.sendAsync(
        HttpRequest.newBuilder(scorer.resolve("/v1/applications?wait=" + wait))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(TestApi.application(id)))
            .build(),
        BodyHandlers.ofString());
  }

  /**
   * Stores without decisions, which may be unreadable, and later with one about other content under
   * every id.
   */
  private static final class Undecided extends EmptyState {

    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private volatile boolean decided;
    private volatile boolean unreadable;

    @Override
    public Optional<KnownDecision> decision(String applicationId) {
      asked.complete(null);
      if (unreadable) {
        throw new StateUnavailableException(new InvalidStateStoreException("being restored"));
      }
      return decided ? someDecision() : Optional.empty();
    }
  }
}
