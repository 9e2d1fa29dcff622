package io.creditstream.benchmarks.pipeline;

import io.creditstream.benchmarks.input.Clients;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleDirectory;
import io.creditstream.features.dataset.Dossier;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Measures scorers in processes of their own that share the work, on three brokers: what a decision
 * costs as instances, threads and partitions grow, and how long applications wait when an instance
 * is killed. All share the cores of one machine, so that the rate cannot grow; the processor time a
 * decision tells what sharing costs.
 */
public final class Scaled {

  private static final int BROKERS = 3;
  private static final short COPIES = 3;
  private static final double STEADY_PER_SECOND = 50;
  private static final int STEADY_SECONDS = 60;

  private final ScaleOptions options;
  private final PrintStream out;
  private final List<Dossier> clients;
  private final Bundle bundle;

  private Scaled(ScaleOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.clients = Clients.first(options.clients());
    this.bundle = BundleDirectory.read(options.bundle());
  }

  /** Measures everything and prints tables in Markdown. */
  public static void measure(ScaleOptions options, PrintStream out) {
    Scaled scaled = new Scaled(options, out);
    options.partitions().forEach(scaled::sitting);
  }

  private void sitting(int partitions) {
    Path directory = options.directory().resolve("partitions-" + partitions);
    try (Workbench workbench =
        Workbench.cluster(directory, BROKERS, new TopicSettings(partitions, COPIES))) {
      KafkaSettings kafka = workbench.kafka("benchmark-client");
      try (Load load = new Load(clients, kafka, workbench.registry())) {
        workbench.publish(bundle);
        WrittenHistory history = WrittenHistory.write(clients, workbench);
        new Sitting(workbench, load, history, partitions, directory).measure();
      }
    }
  }

  private final class Sitting {

    private final Workbench workbench;
    private final Load load;
    private final WrittenHistory history;
    private final int partitions;
    private final Path directory;

    Sitting(
        Workbench workbench, Load load, WrittenHistory history, int partitions, Path directory) {
      this.workbench = workbench;
      this.load = load;
      this.history = history;
      this.partitions = partitions;
      this.directory = directory;
    }

    void measure() {
      Table table =
          new Table(
              "partitions",
              "instances",
              "threads each",
              "records/s",
              "µs of the scorers' processor time a record",
              "longest wait when one is killed, ms");
      for (int instances : options.instances()) {
        for (int threads : options.threads()) {
          if (instances * threads <= partitions) {
            row(table, instances, threads);
          }
        }
      }
      out.println(table);
    }

    private void row(Table table, int instances, int threads) {
      KafkaSettings group = workbench.kafka("scale-" + instances + "-" + threads);
      workbench.clear(Topics.APPLICATIONS.name());
      Path place = directory.resolve(group.applicationId());
      try (ScorerGroup scorers =
              ScorerGroup.start(group, instances, threads, options.standby(), place);
          Output output =
              new Output(workbench, workbench.kafka("benchmark-output"), Topics.DECISIONS.name())) {
        history.awaitTakenIn(group);
        drain(output, scorers);
        List<Drained> drained =
            Stream.generate(() -> drain(output, scorers)).limit(options.repeats()).toList();
        table.row(
            partitions,
            instances,
            threads,
            Table.number(Medians.of(drained, Drained::perSecond)),
            Table.number(Medians.of(drained, Drained::micros)),
            instances > 1 ? Table.number(killed(output, scorers)) : "—");
      }
    }

    private Drained drain(Output output, ScorerGroup scorers) {
      List<ProducerRecord<byte[], byte[]>> records = load.prepare(options.applications());
      Duration before = scorers.cpu();
      long start = System.nanoTime();
      load.send(records);
      output.await(records.size());
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Drained(records.size(), seconds, scorers.cpu().minus(before));
    }

    /** Milliseconds. */
    private double killed(Output output, ScorerGroup scorers) {
      int count = (int) (STEADY_PER_SECOND * STEADY_SECONDS);
      load.sendMeanwhile(count, STEADY_PER_SECOND);
      int before = output.await(count / 10);
      scorers.instances().get(0).kill();
      Histogram waits = new Histogram(3);
      output.await(count - before, waits);
      return waits.getMaxValue();
    }
  }

  private record Drained(int records, double seconds, Duration cpu) {

    double perSecond() {
      return records / seconds;
    }

    double micros() {
      return cpu.toNanos() / 1e3 / records;
    }
  }
}
