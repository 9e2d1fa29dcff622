package io.creditstream.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.service.health.Health;
import io.creditstream.service.health.HealthCheck;
import io.creditstream.service.metrics.ServiceMetrics;
import io.javalin.http.sse.SseClient;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ServiceHttpTest {

  private static final String CANARY = "canary-7431";

  private final AtomicReference<Optional<String>> problem = new AtomicReference<>(Optional.empty());
  private final ServiceMetrics metrics = ServiceMetrics.create();
  private final HttpClient client = HttpClient.newHttpClient();
  private ServiceHttp http;

  @BeforeEach
  void start() {
    Health health = new Health(List.of(), List.of(new HealthCheck("model", problem::get)));
    http =
        ServiceHttp.start(
            new HttpSettings(
                HttpSettings.LOOPBACK, 0, RequestLimits.defaults().withMaxBodyBytes(1000)),
            health,
            metrics.registry(),
            routes -> {
              routes.post("/echo", context -> context.result(context.body()));
              routes.get(
                  "/fail",
                  context -> {
                    throw new IllegalStateException(CANARY);
                  });
              routes.get(
                  "/overflow",
                  context -> {
                    throw new StackOverflowError(CANARY);
                  });
              routes.get(
                  "/conflict",
                  context -> {
                    throw new ProblemException(409, "choose another id");
                  });
              routes.get(
                  "/away",
                  context -> {
                    throw new ProblemException(503, "try again");
                  });
              routes.get(
                  "/away-for-long",
                  context -> {
                    context.header("Retry-After", "7");
                    throw new ProblemException(503, "try again");
                  });
            });
  }

  @AfterEach
  void stop() {
    http.close();
    metrics.close();
  }

  /** A page that listened is told to end after the server has: there is nobody left to tell. */
  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void shouldNotHandleTheFailureToAnswerAFailureWithoutEnd() throws Exception {
    AtomicReference<SseClient> listening = new AtomicReference<>();
    ServiceHttp other =
        ServiceHttp.start(
            HttpSettings.loopback(0),
            new Health(List.of(), List.of()),
            metrics.registry(),
            routes ->
                routes.sse(
                    "/events",
                    sse -> {
                      sse.keepAlive();
                      sse.sendEvent("hello");
                      listening.set(sse);
                    }));
    HttpRequest request =
        HttpRequest.newBuilder(other.uri().resolve("/events"))
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
    SseClient sse = await().until(listening::get, Objects::nonNull);
    answer.body().close();
    other.close();

    sse.close();

    assertThat(sse.terminated()).isTrue();
  }

  @Test
  void shouldSayWhenToTryAgainWhereSomethingIsUnavailable() throws Exception {
    assertThat(get("/away").headers().firstValue("Retry-After")).contains("1");
    assertThat(get("/away-for-long").headers().allValues("Retry-After")).containsExactly("7");
    assertThat(get("/conflict").headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void shouldShowInItsMetricsWhichChecksOfTheReadinessPass() throws Exception {
    assertThat(get("/metrics").body()).contains("creditstream_ready{check=\"model\"} 1.0");

    problem.set(Optional.of("no model yet"));

    assertThat(get("/metrics").body()).contains("creditstream_ready{check=\"model\"} 0.0");
  }

  @Test
  void shouldBeLiveAndReadyWhenNoCheckFails() throws Exception {
    assertThat(get("/live").statusCode()).isEqualTo(200);
    assertThat(json(get("/ready")).get("status").asText()).isEqualTo("ready");
  }

  @Test
  void shouldSayWhyItIsNotReady() throws Exception {
    problem.set(Optional.of("no model yet"));

    HttpResponse<String> response = get("/ready");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(json(response).get("reasons").get("model").asText()).isEqualTo("no model yet");
    assertThat(get("/live").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldExposeTheMetricsOfTheJvmAsPrometheusText() throws Exception {
    HttpResponse<String> response = get("/metrics");

    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    assertThat(response.body()).contains("# TYPE jvm_memory_used_bytes gauge");
  }

  @Test
  void shouldAnswerUnknownPathsWithAProblemDocument() throws Exception {
    assertProblem(get("/nowhere"), 404, "Not Found");
  }

  @Test
  void shouldAnswerWrongMethodsWithAProblemDocument() throws Exception {
    assertProblem(get("/echo"), 405, "Method Not Allowed");
  }

  @Test
  void shouldAnswerABodyAboveTheLimitWithAProblemDocument() throws Exception {
    assertProblem(post(BodyPublishers.ofString("x".repeat(1001))), 413, "Payload Too Large");
    assertThat(post(BodyPublishers.ofString("x".repeat(1000))).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldHoldTheLimitForABodyOfUnknownLength() throws Exception {
    HttpRequest.BodyPublisher known = BodyPublishers.ofString("x".repeat(5000));
    HttpRequest.BodyPublisher unknown =
        new HttpRequest.BodyPublisher() {
          @Override
          public long contentLength() {
            return -1;
          }

          @Override
          public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            known.subscribe(subscriber);
          }
        };

    assertProblem(post(unknown), 413, "Payload Too Large");
  }

  @Test
  void shouldAnswerTheProblemOfARoute() throws Exception {
    HttpResponse<String> response = get("/conflict");

    assertProblem(response, 409, "Conflict");
    assertThat(json(response).get("detail").asText()).isEqualTo("choose another id");
  }

  @Test
  void shouldKeepWhatAnExceptionSaysInside() throws Exception {
    for (String path : List.of("/fail", "/overflow")) {
      HttpResponse<String> response = get(path);

      assertProblem(response, 500, "Server Error");
      assertThat(response.body()).doesNotContain(CANARY);
    }
  }

  @Test
  void shouldAnswerWhatTheServerRefusesWithAProblemDocument() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/live")).header("X-Long", "x".repeat(20_000)).build();

    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());

    assertProblem(response, 431, "Request Header Fields Too Large");
  }

  @Test
  void shouldForbidSniffingAndCaching() throws Exception {
    HttpResponse<String> response = get("/nowhere");

    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void shouldSayInOneLineHowToMendAPortInUse() {
    HttpSettings taken = HttpSettings.loopback(http.port());
    Health health = new Health(List.of(), List.of());

    assertThatThrownBy(() -> ServiceHttp.start(taken, health, metrics.registry(), routes -> {}))
        .isInstanceOf(HttpStartException.class)
        .hasMessage(
            "cannot listen on 127.0.0.1:"
                + http.port()
                + ": end the process that holds the port or choose another one");
  }

  @Test
  void shouldListenOnTheLoopbackAddressAlone() {
    assertThat(http.uri().getHost()).isEqualTo("127.0.0.1");
  }

  private static void assertProblem(HttpResponse<String> response, int status, String title)
      throws Exception {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(json(response).get("status").asInt()).isEqualTo(status);
    assertThat(json(response).get("title").asText()).isEqualTo(title);
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri("/echo")).POST(body).build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return http.uri().resolve(path);
  }
}
