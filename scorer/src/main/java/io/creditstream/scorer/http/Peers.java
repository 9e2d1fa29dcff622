package io.creditstream.scorer.http;

import io.creditstream.scorer.decision.TraceIds;
import io.creditstream.service.http.CallerNames;
import io.creditstream.service.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Hands requests on to other instances as they came, and their answers back. */
final class Peers {

  /** Marks a request that was handed on: it is answered where it arrives, or not at all. */
  static final String RELAYED = "Creditstream-Relayed";

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final List<String> PASSED_ON = List.of("Content-Type", "Accept", TraceIds.HEADER);
  private static final List<String> ANSWER_HEADERS =
      List.of("Content-Type", "Location", "Retry-After");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();
  private final Optional<String> callerHeader;
  private final CallerNames callers;

  /**
   * @param callerHeader header in which the caller is named to the other instance
   */
  Peers(Optional<String> callerHeader) {
    this.callerHeader = callerHeader;
    this.callers = new CallerNames(callerHeader.orElse(null));
  }

  static boolean isRelayed(Context context) {
    return context.header(RELAYED) != null;
  }

  /**
   * What another instance answers to a request.
   *
   * @param more how long it may take beyond the usual time
   * @return empty where it cannot be reached or does not answer in time
   */
  Optional<HttpResponse<byte[]>> ask(URI peer, Context context, Duration more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target(peer, context))
            .timeout(ANSWER.plus(more))
            .header(RELAYED, "1")
            .method(context.method().name(), BodyPublishers.ofByteArray(context.bodyAsBytes()));
    // What the caller said of itself before is left out: here its name is known.
    callerHeader.ifPresent(name -> request.header(name, callers.of(context.req())));
    for (String name : PASSED_ON) {
      String value = context.header(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    try {
      return Optional.of(client.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The path as it came, so that nothing of it is decoded or encoded anew. */
  private static URI target(URI peer, Context context) {
    String query = context.queryString();
    try {
      return new URI(peer + context.req().getRequestURI() + (query == null ? "" : "?" + query));
    } catch (URISyntaxException e) {
      throw new ProblemException(400, "The path or the query is not encoded as a URI has to be");
    }
  }

  /** Makes the answer of another instance the answer to a request. */
  static void answer(Context context, HttpResponse<byte[]> response) {
    context.status(response.statusCode()).result(response.body());
    for (String name : ANSWER_HEADERS) {
      response.headers().firstValue(name).ifPresent(value -> context.header(name, value));
    }
  }
}
