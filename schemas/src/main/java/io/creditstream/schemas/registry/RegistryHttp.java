package io.creditstream.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends requests to the servers of a registry, beginning with the one that answered last. */
final class RegistryHttp {

  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<RegistryEndpoint> endpoints;
  private final Duration requestTimeout;
  private final HttpClient client;
  private volatile int preferred;

  RegistryHttp(RegistryConfig config) {
    this.endpoints = config.urls().stream().map(RegistryEndpoint::of).toList();
    this.requestTimeout = config.requestTimeout();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.connectTimeout())
            .build();
  }

  RegistryAnswer get(String... path) {
    return send(HttpRequest.newBuilder().GET(), path);
  }

  RegistryAnswer post(JsonNode body, String... path) {
    return send(HttpRequest.newBuilder().POST(BodyPublishers.ofString(body.toString())), path);
  }

  RegistryAnswer put(JsonNode body, String... path) {
    return send(HttpRequest.newBuilder().PUT(BodyPublishers.ofString(body.toString())), path);
  }

  /** The first answer that comes from a working server: neither refused, overloaded nor broken. */
  private RegistryAnswer send(HttpRequest.Builder request, String... path) {
    int first = preferred;
    RegistryUnavailableException failure = null;
    for (int i = 0; i < endpoints.size(); i++) {
      int index = (first + i) % endpoints.size();
      try {
        RegistryAnswer answer = exchange(endpoints.get(index), request, path);
        preferred = index;
        return answer;
      } catch (RegistryUnavailableException e) {
        failure = e;
        if (Thread.currentThread().isInterrupted()) {
          break;
        }
      }
    }
    throw failure == null ? new RegistryUnavailableException("no schema registry") : failure;
  }

  private RegistryAnswer exchange(
      RegistryEndpoint endpoint, HttpRequest.Builder builder, String... path) {
    builder
        .uri(endpoint.resolve(path))
        .setHeader("Content-Type", CONTENT_TYPE)
        .setHeader("Accept", CONTENT_TYPE + ", application/json");
    endpoint.authorization().ifPresent(value -> builder.setHeader("Authorization", value));
    HttpResponse<byte[]> response = await(endpoint, builder.build());
    RegistryAnswer answer =
        new RegistryAnswer(endpoint, response.statusCode(), parse(response.body()));
    if (!answer.ok() && answer.errorCode() == 0 || isTemporary(answer.status())) {
      throw answer.unusable();
    }
    return answer;
  }

  private HttpResponse<byte[]> await(RegistryEndpoint endpoint, HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> pending =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return pending.get(requestTimeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw unreachable(endpoint, "gave no answer within " + requestTimeout, e);
    } catch (ExecutionException e) {
      throw unreachable(endpoint, "cannot be reached", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(endpoint, "was not waited for: interrupted", e);
    } finally {
      pending.cancel(true);
    }
  }

  private static RegistryUnavailableException unreachable(
      RegistryEndpoint endpoint, String what, @Nullable Throwable cause) {
    return new RegistryUnavailableException(
        "the schema registry at " + endpoint + " " + what, cause);
  }

  private static boolean isTemporary(int status) {
    return status == 401 || status == 403 || status == 429 || status >= 500;
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode node = JSON.readTree(body);
      return node == null ? MissingNode.getInstance() : node;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
