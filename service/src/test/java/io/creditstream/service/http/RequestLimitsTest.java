package io.creditstream.service.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.service.health.Health;
import io.creditstream.service.metrics.ServiceMetrics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {

  private static final String CALLER = "X-Caller";

  private final ServiceMetrics metrics = ServiceMetrics.create();
  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void stop() {
    released.countDown();
    metrics.close();
  }

  @Test
  void shouldRefuseACallerWhoAsksTooOftenAndServeTheOthers() throws Exception {
    try (ServiceHttp http = start(new RequestLimits(1000, 10, 1, 2, CALLER))) {
      assertThat(get(http, "/fast", "a").statusCode()).isEqualTo(200);
      assertThat(get(http, "/fast", "a").statusCode()).isEqualTo(200);
      HttpResponse<String> refused = refusedOf(http, "a");

      assertProblem(refused, 429);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(refused.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(get(http, "/fast", "b").statusCode()).isEqualTo(200);
      assertThat(get(http, "/metrics", "a").body())
          .contains("creditstream_requests_refused_total{reason=\"rate\"}");
    }
  }

  @Test
  void shouldTellCallersByWhatTheGatewayAppendedToTheHeader() throws Exception {
    try (ServiceHttp http = start(new RequestLimits(1000, 10, 1, 2, CALLER))) {
      int status = 200;
      for (int i = 0; i < 1000 && status == 200; i++) {
        status = get(http, "/fast", "made-up-" + i + ", a").statusCode();
      }

      assertThat(status).isEqualTo(429);
      assertThat(get(http, "/fast", "a, b").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void shouldRefuseMoreRequestsAtOnceThanItTakes() throws Exception {
    try (ServiceHttp http = start(new RequestLimits(1000, 1, 0, 1, null))) {
      CompletableFuture<HttpResponse<String>> slow =
          client.sendAsync(request(http, "/slow", "a"), BodyHandlers.ofString());
      assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();

      HttpResponse<String> refused = get(http, "/fast", "a");
      int live = get(http, "/live", "a").statusCode();
      released.countDown();

      assertProblem(refused, 503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(live).isEqualTo(200);
      assertThat(slow.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void shouldTakeRequestsAgainAfterThoseThatFailed() throws Exception {
    try (ServiceHttp http = start(new RequestLimits(1000, 1, 0, 1, null))) {
      for (int i = 0; i < 3; i++) {
        assertThat(get(http, "/overflow", "a").statusCode()).isEqualTo(500);
      }
    }
  }

  @Test
  void shouldGiveUpACallerWhoFallsSilentAndServeTheOthers() throws Exception {
    RequestLimits limits = new RequestLimits(1000, 1, 0, 1, null, Duration.ofMillis(200));
    try (ServiceHttp http = start(limits);
        Socket silent = new Socket(HttpSettings.LOOPBACK, http.port())) {
      silent.setSoTimeout(30_000);
      silent
          .getOutputStream()
          .write(
              "POST /echo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{"
                  .getBytes(US_ASCII));
      silent.getOutputStream().flush();

      String answer = new String(silent.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer).doesNotStartWith("HTTP/1.1 2");
      assertThat(get(http, "/fast", "a").statusCode()).as("its slot is free").isEqualTo(200);
    }
  }

  @Test
  void shouldGiveUpACallerWhoSendsByteByByteAndServeTheOthers() throws Exception {
    RequestLimits limits = new RequestLimits(1_000_000, 1, 0, 1, null, Duration.ofMillis(500));
    ScheduledExecutorService trickle = Executors.newSingleThreadScheduledExecutor();
    try (ServiceHttp http = start(limits);
        Socket slow = new Socket(HttpSettings.LOOPBACK, http.port())) {
      slow.setSoTimeout(30_000);
      OutputStream out = slow.getOutputStream();
      out.write(
          "POST /echo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\n"
              .getBytes(US_ASCII));
      trickle.scheduleAtFixedRate(() -> sendByte(out), 0, 20, TimeUnit.MILLISECONDS);

      String status =
          new BufferedReader(new InputStreamReader(slow.getInputStream(), US_ASCII)).readLine();

      assertThat(status).startsWith("HTTP/1.1 408");
      // It is given back after the answer.
      await("its slot is free").until(() -> get(http, "/fast", "a").statusCode() == 200);
    } finally {
      trickle.shutdownNow();
    }
  }

  @Test
  void shouldTakeNoBodyOfSeveralPartsWhichItCouldNotTime() throws Exception {
    try (ServiceHttp http = start(new RequestLimits(1000, 1, 0, 1, null))) {
      HttpRequest request =
          HttpRequest.newBuilder(http.uri().resolve("/form"))
              .header("Content-Type", "multipart/form-data; boundary=b")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n"))
              .build();

      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    }
  }

  /** One more byte; nothing once the server has hung up. */
  private static void sendByte(OutputStream out) {
    try {
      out.write('1');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldRefuseLimitsThatAreNone() {
    assertThatThrownBy(() -> new RequestLimits(0, 1, 0, 1, null)).hasMessageContaining("maxBody");
    assertThatThrownBy(() -> new RequestLimits(1, 0, 0, 1, null))
        .hasMessageContaining("concurrent");
    assertThatThrownBy(() -> new RequestLimits(1, 1, -1, 1, null)).hasMessageContaining("second");
    assertThatThrownBy(() -> new RequestLimits(1, 1, 0, 0, null)).hasMessageContaining("burst");
    assertThatThrownBy(() -> new RequestLimits(1, 1, 0, 1, " ")).hasMessageContaining("header");
    assertThatThrownBy(() -> new RequestLimits(1, 1, 0, 1, null, Duration.ZERO))
        .hasMessageContaining("silence");
  }

  /** A slow machine may refill the bucket between two requests, but not for long. */
  private HttpResponse<String> refusedOf(ServiceHttp http, String caller) throws Exception {
    HttpResponse<String> response = get(http, "/fast", caller);
    for (int i = 0; i < 1000 && response.statusCode() == 200; i++) {
      response = get(http, "/fast", caller);
    }
    return response;
  }

  private ServiceHttp start(RequestLimits limits) {
    return ServiceHttp.start(
        new HttpSettings(HttpSettings.LOOPBACK, 0, limits),
        new Health(List.of(), List.of()),
        metrics.registry(),
        routes -> {
          routes.get("/fast", context -> context.result("done"));
          routes.post("/echo", context -> context.result(context.body()));
          routes.post("/form", context -> context.result(String.valueOf(context.formParam("a"))));
          routes.get(
              "/slow",
              context -> {
                entered.countDown();
                if (!released.await(30, TimeUnit.SECONDS)) {
                  throw new IllegalStateException("never released");
                }
                context.result("done");
              });
          routes.get(
              "/overflow",
              context -> {
                throw new StackOverflowError();
              });
        });
  }

  private HttpResponse<String> get(ServiceHttp http, String path, String caller) throws Exception {
    return client.send(request(http, path, caller), BodyHandlers.ofString());
  }

  private static HttpRequest request(ServiceHttp http, String path, String caller) {
    return HttpRequest.newBuilder(http.uri().resolve(path)).header(CALLER, caller).build();
  }

  private static void assertProblem(HttpResponse<String> response, int status) throws Exception {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(response.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("detail").asText()).contains("try again");
  }
}
