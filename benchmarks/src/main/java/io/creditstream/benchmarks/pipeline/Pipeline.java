package io.creditstream.benchmarks.pipeline;

import io.creditstream.benchmarks.input.BenchmarkModel;
import io.creditstream.benchmarks.input.Clients;
import io.creditstream.features.dataset.Dossier;
import io.creditstream.service.kafka.KafkaSettings;
import java.io.PrintStream;
import java.util.List;

/** Measures the scorer beside simpler topologies: one broker, one sitting, medians. */
public final class Pipeline {

  private final PipelineOptions options;
  private final PrintStream out;
  private final List<Dossier> clients;
  private final BenchmarkModel model;

  private Pipeline(PipelineOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.clients = Clients.first(options.clients());
    this.model = options.model().model(clients);
  }

  /** Measures everything and prints tables in Markdown. */
  public static void measure(PipelineOptions options, PrintStream out) {
    Pipeline pipeline = new Pipeline(options, out);
    if (options.topologies().isEmpty()) {
      new ScoringAlone(pipeline.model, options.repeats(), out).measure();
    }
    pipeline.prepared(pipeline::measure);
  }

  /** Measures what a drift monitor beside the scorer costs and prints a table in Markdown. */
  public static void measureMonitor(PipelineOptions options, PrintStream out) {
    Pipeline pipeline = new Pipeline(options, out);
    pipeline.prepared(
        (workbench, bench, subjects) ->
            out.println(
                new Monitored(workbench, bench, subjects, pipeline.model.bundle()).measure()));
  }

  /** Measures latency at a rate and prints a table in Markdown. */
  public static void measureLatency(PipelineOptions options, double rate, PrintStream out) {
    Pipeline pipeline = new Pipeline(options, out);
    pipeline.prepared(
        (workbench, bench, subjects) -> out.println(new Latency(bench, subjects).measure(rate)));
  }

  private interface Measurement {
    void of(Workbench workbench, Bench bench, Subjects subjects);
  }

  private void prepared(Measurement measurement) {
    try (Workbench workbench = Workbench.start(options.directory(), options.client())) {
      workbench.create(Subjects.CLIENTS, Subjects.PASSED, Subjects.JOINED);
      KafkaSettings kafka = workbench.kafka("benchmark-client");
      try (Load load = new Load(clients, kafka, workbench.registry())) {
        load.clients(Subjects.CLIENTS);
        WrittenHistory history = WrittenHistory.write(clients, workbench);
        measurement.of(
            workbench,
            new Bench(options, workbench, load, history),
            new Subjects(workbench, model.bundle()));
      }
    }
  }

  private void measure(Workbench workbench, Bench bench, Subjects subjects) {
    KafkaSettings scorer = bench.settings();
    Throughput throughput = new Throughput(bench, subjects);
    Throughput.Measured adverse = throughput.measure(scorer);
    out.println(throughput.table());
    if (!options.topologies().isEmpty()) {
      return;
    }
    out.println(new Latency(bench, subjects).measure(adverse.rate() / 2));
    out.println(new State(bench, subjects).measure(scorer, adverse.records()));
  }
}
