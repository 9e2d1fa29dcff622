package io.creditstream.trainer.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** MLflow's REST API, version 2.0. */
public final class MlflowApi {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final String API = "/api/2.0/mlflow/";
  private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final URI server;
  private final Optional<String> authorization;

  public MlflowApi(URI server, Optional<String> authorization) {
    this.server = server;
    this.authorization = authorization;
  }

  /** An empty request, to be filled. */
  public static ObjectNode request() {
    return JSON.createObjectNode();
  }

  /**
   * Sends a request and gives the answer.
   *
   * @param path below the root of the API
   * @throws MlflowRefusal if the server answers with an error
   * @throws TrackingException if it does not answer
   */
  public JsonNode post(String path, ObjectNode body) {
    return send(
        path,
        request(API + path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /** As {@link #post}, with one parameter. */
  public JsonNode get(String path, String parameter, String value) {
    return send(path, request(API + path + "?" + parameter + "=" + encode(value)).GET());
  }

  /**
   * Uploads a file by the server's proxy of artifacts.
   *
   * @param path below the root of the artifacts
   */
  void upload(String path, byte[] content) {
    StringBuilder encoded = new StringBuilder();
    for (String part : path.split("/", -1)) {
      encoded.append(encoded.isEmpty() ? "" : "/").append(encode(part));
    }
    send(
        "artifacts",
        request(ARTIFACTS + encoded)
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofByteArray(content)));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path)).timeout(ANSWER);
    authorization.ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  private JsonNode send(String what, HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw MlflowRefusal.of(what, response.statusCode(), response.body());
      }
      return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    } catch (IOException e) {
      throw new TrackingException(
          "MLflow at %s does not answer (%s): see whether it runs, or unset %s"
              .formatted(server, e.getClass().getSimpleName(), TrackingSettings.TRACKING_URI),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrackingException("interrupted while MLflow was asked", e);
    }
  }
}
