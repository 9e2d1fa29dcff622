package io.creditstream.benchmarks.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.benchmarks.input.Clients;
import io.creditstream.benchmarks.pipeline.Table;
import io.creditstream.benchmarks.pipeline.Workbench;
import io.creditstream.benchmarks.pipeline.WrittenHistory;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dataset.Dossier;
import io.creditstream.model.ModelEngine;
import io.creditstream.scorer.ScorerApplication;
import io.creditstream.scorer.ScorerConfig;
import io.creditstream.service.json.EventJson;
import io.creditstream.service.kafka.KafkaSettings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Measures {@code POST /v1/score} on a scorer with a broker, with the stored history of its clients
 * and an explanation in every answer: once with the compiled model, once with LightGBM, which the
 * same server then asks for a single row at a time.
 */
public final class Serving {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final ServingOptions options;
  private final Workbench workbench;
  private final WrittenHistory history;
  private final List<byte[]> requests;
  private final Map<Integer, Double> lightGbm = new HashMap<>();

  private Serving(
      ServingOptions options, Workbench workbench, WrittenHistory history, List<byte[]> requests) {
    this.options = options;
    this.workbench = workbench;
    this.history = history;
    this.requests = requests;
  }

  /** Measures everything and prints a table in Markdown. */
  public static void measure(ServingOptions options, PrintStream out) {
    List<Dossier> clients = Clients.first(options.clients());
    Bundle bundle = options.model().model(clients).bundle();
    try (Workbench workbench = Workbench.start(options.directory(), Map.of())) {
      workbench.publish(bundle);
      Serving serving =
          new Serving(
              options,
              workbench,
              WrittenHistory.write(clients, workbench),
              clients.stream().map(Serving::request).toList());
      Table table =
          new Table("engine", "callers", "requests/s", "p50 ms", "p99 ms", "rate to LightGBM's");
      serving.measure(ModelEngine.LIGHTGBM, table);
      serving.measure(ModelEngine.COMPILED, table);
      out.printf(
          "%nPOST /v1/score, %d features, stored history, explained; medians of %d%n%n%s%n",
          bundle.dictionary().size(), options.repeats(), table);
    }
  }

  private void measure(ModelEngine engine, Table table) {
    KafkaSettings kafka = workbench.kafka("serving-" + engine.name().toLowerCase(Locale.ROOT));
    try (ScorerApplication scorer =
        ScorerApplication.start(ScorerConfig.defaults(kafka, 0).withEngine(engine))) {
      awaitReady(scorer);
      history.awaitTakenIn(kafka);
      Callers callers = new Callers(scorer.uri(), requests);
      for (int count : options.callers()) {
        Callers.Seen seen = median(callers, count);
        if (engine == ModelEngine.LIGHTGBM) {
          lightGbm.put(count, seen.perSecond());
        }
        table.row(
            engine == ModelEngine.LIGHTGBM ? "LightGBM, single rows" : "compiled",
            count,
            Table.number(seen.perSecond()),
            Table.number(seen.millis(50)),
            Table.number(seen.millis(99)),
            Table.number(seen.perSecond() / lightGbm.getOrDefault(count, Double.NaN)) + " ×");
      }
    }
  }

  /** The measurement with the middle rate, after a warm-up. */
  private Callers.Seen median(Callers callers, int count) {
    Duration time = Duration.ofSeconds(options.seconds());
    callers.ask(count, time);
    List<Callers.Seen> seen =
        IntStream.range(0, options.repeats())
            .mapToObj(repeat -> callers.ask(count, time))
            .sorted(Comparator.comparingDouble(Callers.Seen::perSecond))
            .toList();
    return seen.get(seen.size() / 2);
  }

  private static void awaitReady(ScorerApplication scorer) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!scorer.health().whyNotReady().isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the scorer does not become ready: " + scorer.health().whyNotReady());
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static byte[] request(Dossier client) {
    return KeepAlive.post(
        "/v1/score", EventJson.tree(client.application()).toString().getBytes(UTF_8));
  }
}
