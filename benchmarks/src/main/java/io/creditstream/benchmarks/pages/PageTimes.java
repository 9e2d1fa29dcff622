package io.creditstream.benchmarks.pages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

/** Asks for pages over and over, one at a time. */
final class PageTimes {

  private static final int WARM_UP = 20;
  private static final int REPEATS = 50;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;

  PageTimes(URI base) {
    this.base = base;
  }

  /**
   * Time until the whole page was read.
   *
   * @param medianMillis median, in ms
   * @param worstMillis longest of them, in ms
   */
  record Times(double medianMillis, double worstMillis) {}

  Times of(String path) {
    for (int i = 0; i < WARM_UP; i++) {
      millis(path);
    }
    double[] times = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      times[i] = millis(path);
    }
    Arrays.sort(times);
    return new Times(times[REPEATS / 2], times[REPEATS - 1]);
  }

  private double millis(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html").build();
    long start = System.nanoTime();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(path + " answers " + response.statusCode());
      }
    } catch (IOException e) {
      throw new IllegalStateException(path + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return (System.nanoTime() - start) / 1e6;
  }
}
