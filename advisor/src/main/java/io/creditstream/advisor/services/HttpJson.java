package io.creditstream.advisor.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.service.json.InvalidEventException;
import io.creditstream.service.json.StrictJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP to one service. */
final class HttpJson {

  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  HttpJson(URI base) {
    this.base = base;
  }

  /**
   * An answer with its status.
   *
   * @param status HTTP status
   * @param body the JSON object, empty where there is none
   */
  record Reply(int status, ObjectNode body) {}

  Answer<Reply> get(String path, Duration patience) {
    return send(HttpRequest.newBuilder(base.resolve(path)).GET().timeout(patience).build());
  }

  Answer<Reply> post(String path, ObjectNode body, Duration patience) {
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .timeout(patience)
            .build());
  }

  private Answer<Reply> send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      ObjectNode body = StrictJson.object(response.body());
      int status = response.statusCode();
      if (status >= 500 || status == 429) {
        return new Answer.Unavailable<>();
      }
      if (status >= 400) {
        return new Answer.Refused<>(
            status, body.path("field").asText(""), body.path("detail").asText(""));
      }
      return new Answer.Given<>(new Reply(status, body));
    } catch (IOException | InvalidEventException e) {
      return new Answer.Unavailable<>();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Unavailable<>();
    }
  }
}
