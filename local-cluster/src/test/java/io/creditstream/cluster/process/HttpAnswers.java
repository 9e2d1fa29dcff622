package io.creditstream.cluster.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What an application on this machine tells by HTTP, to wait until it says something. */
public final class HttpAnswers {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI application;

  public HttpAnswers(URI application) {
    this.application = application;
  }

  /** What it answers, whatever the status; empty while it does not listen. */
  public String get(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(application.resolve(path)).timeout(PATIENCE).build();
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether it says that it is ready. */
  public boolean ready() {
    return get("/ready").contains("\"status\":\"ready\"");
  }

  /** The sum of a metric over all values of its tags; 0 where it has none. */
  public double metric(String name) {
    return sum(get("/metrics"), name);
  }

  /** The sum of a metric over all values of its tags on a page of metrics; 0 where it has none. */
  public static double sum(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
