package io.creditstream.benchmarks.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Asks a server over and over, each caller on a connection of its own, the next request when the
 * answer to the last one has been read.
 *
 * @param server address of the server
 * @param requests bytes of the requests, taken in turn
 */
record Callers(URI server, List<byte[]> requests) {

  private static final int DIGITS = 3;

  /**
   * What was seen.
   *
   * @param perSecond answers a second, of all callers together
   * @param nanos how long each took
   */
  record Seen(double perSecond, Histogram nanos) {

    double millis(double percentile) {
      return nanos.getValueAtPercentile(percentile) / 1e6;
    }
  }

  /** Lets so many ask for a while. */
  Seen ask(int callers, Duration time) {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      long start = System.nanoTime();
      long end = start + time.toNanos();
      List<CompletableFuture<Histogram>> asking =
          IntStream.range(0, callers)
              .mapToObj(
                  caller -> CompletableFuture.supplyAsync(() -> askUntil(end, caller), threads))
              .toList();
      Histogram all = new Histogram(DIGITS);
      asking.forEach(each -> all.add(each.join()));
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Seen(all.getTotalCount() / seconds, all);
    } finally {
      threads.shutdownNow();
    }
  }

  private Histogram askUntil(long end, int caller) {
    Histogram nanos = new Histogram(DIGITS);
    try (KeepAlive connection = new KeepAlive(server)) {
      // Each begins with another client.
      int next = caller * 37;
      while (System.nanoTime() < end) {
        long asked = System.nanoTime();
        connection.ask(requests.get(next++ % requests.size()));
        nanos.recordValue(System.nanoTime() - asked);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the scorer does not answer", e);
    }
    return nanos;
  }
}
