package io.creditstream.benchmarks.pipeline;

import io.creditstream.benchmarks.input.BenchmarkModel;
import io.creditstream.benchmarks.input.Clients;
import io.creditstream.features.bundle.BundleDirectory;
import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import io.creditstream.model.ModelEngine;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.simulator.feed.ConsumerGroupBarrier;
import io.creditstream.simulator.feed.EventPublisher;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;

/** Measures the scorer beside simpler topologies: one broker, one sitting, medians. */
public final class Pipeline {

  private static final int PLAIN_FACTOR = 4;
  private static final String EXACTLY_ONCE = StreamsConfig.EXACTLY_ONCE_V2;
  private static final String AT_LEAST_ONCE = StreamsConfig.AT_LEAST_ONCE;

  private final PipelineOptions options;
  private final PrintStream out;
  private final List<Dossier> clients;
  private final BenchmarkModel model;
  private final Map<String, Double> rates = new LinkedHashMap<>();
  private int runs;

  private Pipeline(PipelineOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.clients = Clients.first(options.clients());
    this.model =
        options.bundle() == null
            ? BenchmarkModel.fit(
                clients, options.trees(), options.leaves(), Integer.MAX_VALUE, options.declined())
            : BenchmarkModel.of(BundleDirectory.read(options.bundle()), clients);
  }

  /** Measures everything and prints tables in Markdown. */
  public static void measure(PipelineOptions options, PrintStream out) {
    Pipeline pipeline = new Pipeline(options, out);
    new ScoringAlone(pipeline.model, options.repeats(), out).measure();
    try (Workbench workbench = Workbench.start(options.directory())) {
      pipeline.measure(workbench);
    }
  }

  private void measure(Workbench workbench) {
    workbench.create(Subjects.CLIENTS, Subjects.PASSED, Subjects.JOINED);
    Subjects subjects = new Subjects(workbench, model.bundle());
    KafkaSettings kafka = workbench.kafka("benchmark-client");
    try (Load load = new Load(clients, kafka, workbench.registry());
        EventPublisher publisher = EventPublisher.connect(kafka.client(), workbench.registry())) {
      load.clients(Subjects.CLIENTS);
      clients.forEach(client -> publish(publisher, client.history()));
      publisher.flush();
      Bench bench = new Bench(workbench, load, publisher.offsets());
      throughput(bench, subjects);
      latency(bench, subjects);
      state(bench, subjects);
    }
  }

  private void throughput(Bench bench, Subjects subjects) {
    int many = options.applications() * PLAIN_FACTOR;
    rate(bench, "a", subjects::passThrough, many);
    rate(bench, "b", subjects::join, many);
    rate(bench, "c", () -> adverse(subjects, ModelEngine.COMPILED), options.applications());
    rate(bench, "d", () -> all(subjects, ModelEngine.COMPILED), options.applications());
    rate(bench, "c'", () -> adverse(subjects, ModelEngine.LIGHTGBM), options.applications() / 4);
    rate(bench, "d'", () -> all(subjects, ModelEngine.LIGHTGBM), options.applications() / 8);
    double plain = Objects.requireNonNull(rates.get("a"));
    Table table = new Table("", "topology, exactly once", "records/s", "of a");
    Map<String, String> names =
        Map.of(
            "a", "pass-through",
            "b", "one RocksDB join",
            "c", "scorer, reasons for adverse decisions, compiled",
            "d", "scorer, reasons for all, compiled",
            "c'", "scorer, reasons for adverse decisions, LightGBM",
            "d'", "scorer, reasons for all, LightGBM");
    rates.forEach(
        (key, rate) ->
            table.row(
                key,
                Objects.requireNonNull(names.get(key)),
                Table.number(rate),
                Table.number(rate / plain)));
    out.println(table);
  }

  private void latency(Bench bench, Subjects subjects) {
    double peak = Objects.requireNonNull(rates.get("c"));
    Table table = new Table("topology", "guarantee", "records/s", "p50 ms", "p99 ms", "p99.9 ms");
    for (String guarantee : List.of(EXACTLY_ONCE, AT_LEAST_ONCE)) {
      latency(bench, subjects.passThrough(), guarantee, peak / 2, table);
      latency(bench, adverse(subjects, ModelEngine.COMPILED), guarantee, peak / 2, table);
    }
    out.println(table);
  }

  private void state(Bench bench, Subjects subjects) {
    KafkaSettings kafka = bench.settings();
    Run first = bench.start(adverse(subjects, ModelEngine.COMPILED), kafka, EXACTLY_ONCE);
    first.close();
    double bytes = first.stateBytes();
    first.deleteState();
    try (Run again =
        Run.start(
            adverse(subjects, ModelEngine.COMPILED), kafka, options.threads(), EXACTLY_ONCE)) {
      double seconds = again.restoreSeconds();
      Table table =
          new Table(
              "state", "bytes per client", "pages restored", "seconds", "seconds per million");
      table.row(
          "history of " + options.clients() + " clients",
          Table.number(bytes / options.clients()),
          again.restoredRecords(),
          Table.number(seconds),
          Table.number(seconds / again.restoredRecords() * 1e6));
      out.println(table);
    }
  }

  private static Subject adverse(Subjects subjects, ModelEngine engine) {
    return subjects.scorer("scorer, adverse reasons", engine, false);
  }

  private static Subject all(Subjects subjects, ModelEngine engine) {
    return subjects.scorer("scorer, all reasons", engine, true);
  }

  /** Records a second: the median of measurements on one run, after a warm-up. */
  private void rate(Bench bench, String key, Supplier<Subject> subject, int applications) {
    Subject chosen = subject.get();
    try (Run run = bench.start(chosen, bench.settings(), EXACTLY_ONCE);
        Output output = bench.output(chosen)) {
      bench.push(output, applications / 2);
      rates.put(
          key,
          Medians.of(options.repeats(), () -> applications / bench.push(output, applications)));
    }
  }

  private void latency(
      Bench bench, Subject subject, String guarantee, double perSecond, Table table) {
    try (Run run = bench.start(subject, bench.settings(), guarantee);
        Output output = bench.output(subject)) {
      bench.steady(output, perSecond);
      List<Histogram> measured = new ArrayList<>();
      for (int i = 0; i < options.repeats(); i++) {
        measured.add(bench.steady(output, perSecond));
      }
      List<Object> row =
          new ArrayList<>(List.of(subject.name(), guarantee, Table.number(perSecond)));
      for (double percentile : new double[] {50, 99, 99.9}) {
        row.add(
            Table.number(
                Medians.of(
                    measured.stream()
                        .mapToDouble(histogram -> histogram.getValueAtPercentile(percentile))
                        .toArray())));
      }
      table.row(row.toArray());
    }
  }

  private static void publish(EventPublisher publisher, ClientHistory history) {
    publisher.sendAll(HistorySource.BUREAU_CREDITS, history.bureauCredits());
    publisher.sendAll(HistorySource.PREVIOUS_APPLICATIONS, history.previousApplications());
    publisher.sendAll(HistorySource.POS_CASH_BALANCES, history.posCashBalances());
    publisher.sendAll(HistorySource.CARD_BALANCES, history.cardBalances());
    publisher.sendAll(HistorySource.INSTALLMENT_PAYMENTS, history.installmentPayments());
  }

  /** What all measurements share. */
  private final class Bench {

    private final Workbench workbench;
    private final Load load;
    private final Map<TopicPartition, Long> history;

    Bench(Workbench workbench, Load load, Map<TopicPartition, Long> history) {
      this.workbench = workbench;
      this.load = load;
      this.history = history;
    }

    /** Settings of an application that has never run. */
    KafkaSettings settings() {
      return workbench.kafka("benchmark-" + runs++);
    }

    /** Starts a subject behind all applications so far; returns when history is taken in. */
    Run start(Subject subject, KafkaSettings kafka, String guarantee) {
      workbench.skip(kafka.applicationId(), Topics.APPLICATIONS.name());
      Run run = Run.start(subject, kafka, options.threads(), guarantee);
      if (subject.history()) {
        try (ConsumerGroupBarrier barrier =
            new ConsumerGroupBarrier(
                Admin.create(kafka.client()), kafka.applicationId(), Duration.ofMinutes(10))) {
          barrier.await(history);
        }
      }
      return run;
    }

    Output output(Subject subject) {
      return new Output(workbench, workbench.kafka("benchmark-output"), subject.output());
    }

    /** Sends applications at once; gives the seconds until the last result was committed. */
    double push(Output output, int applications) {
      List<ProducerRecord<byte[], byte[]>> records = load.prepare(applications);
      long start = System.nanoTime();
      Thread sender = new Thread(() -> load.send(records), "sender");
      sender.start();
      output.await(applications);
      return (System.nanoTime() - start) / 1e9;
    }

    /** Sends at a steady rate and gives the latencies. */
    Histogram steady(Output output, double perSecond) {
      int count = (int) Math.max(1, perSecond * options.latencySeconds());
      Histogram latencies = new Histogram(3);
      Thread sender = new Thread(() -> load.send(count, perSecond), "sender");
      sender.start();
      output.await(count, latencies);
      return latencies;
    }
  }
}
