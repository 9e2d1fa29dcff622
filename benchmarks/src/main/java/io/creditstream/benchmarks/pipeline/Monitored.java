package io.creditstream.benchmarks.pipeline;

import io.creditstream.drift.DriftMonitorApplication;
import io.creditstream.drift.DriftMonitorConfig;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.model.ModelEngine;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.simulator.feed.ConsumerGroupBarrier;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * What watching costs: decisions a second of the scorer alone, then with a drift monitor on the
 * same cores that keeps pace. What the monitor still has to count when the last decision is
 * committed belongs to the time, so that falling behind cannot flatter it.
 */
final class Monitored {

  private static final String GROUP = "benchmark-monitor";

  private final Workbench workbench;
  private final Bench bench;
  private final Subjects subjects;
  private final Bundle bundle;

  Monitored(Workbench workbench, Bench bench, Subjects subjects, Bundle bundle) {
    this.workbench = workbench;
    this.bench = bench;
    this.subjects = subjects;
    this.bundle = bundle;
  }

  /** The rates, and the processor time of everything and of the monitor's stream threads. */
  Table measure() {
    Subject subject = subjects.adverse(ModelEngine.COMPILED);
    try (Run run = bench.start(subject, bench.settings(), Bench.EXACTLY_ONCE);
        Output output = bench.output(subject)) {
      Figures alone = figures(run, output, () -> {});
      workbench.publish(bundle);
      KafkaSettings kafka = workbench.kafka(GROUP);
      try (DriftMonitorApplication monitor =
              DriftMonitorApplication.start(DriftMonitorConfig.defaults(kafka, 0));
          ConsumerGroupBarrier counted =
              new ConsumerGroupBarrier(
                  Admin.create(kafka.client()), GROUP, Duration.ofMinutes(5))) {
        Figures beside =
            figures(run, output, () -> counted.await(workbench.ends(Topics.DECISIONS.name())));
        if (monitor.drift().partitions().isEmpty()) {
          throw new IllegalStateException("the monitor has counted nothing");
        }
        return table(alone, beside);
      }
    }
  }

  private Figures figures(Run run, Output output, Runnable more) {
    int applications = bench.options().applications();
    new WarmUp().run(() -> bench.drain(run, output, applications / 2, more));
    long monitorBefore = CpuTime.ofThreads(GROUP);
    List<Drain> drains =
        Stream.generate(() -> bench.drain(run, output, applications, more))
            .limit(bench.options().repeats())
            .toList();
    double records = (double) applications * drains.size();
    return new Figures(
        Medians.of(drains, drain -> applications / drain.seconds()),
        drains.stream().mapToLong(drain -> drain.cpu().all()).sum() / 1e3 / records,
        (CpuTime.ofThreads(GROUP) - monitorBefore) / 1e3 / records);
  }

  /**
   * What was measured.
   *
   * @param rate decisions a second
   * @param micros processor time of everything a decision, in microseconds
   * @param monitorMicros of which the monitor's stream threads
   */
  private record Figures(double rate, double micros, double monitorMicros) {}

  private Table table(Figures alone, Figures beside) {
    Table table =
        new Table(
            "of a decision, %d features".formatted(bundle.dictionary().size()),
            "the scorer alone",
            "with a monitor beside it",
            "share of the monitor");
    table.row(
        "decisions/s",
        Table.number(alone.rate()),
        Table.number(beside.rate()),
        "%.1f %%".formatted(100 * (1 - beside.rate() / alone.rate())));
    table.row(
        "µs of the processor",
        Table.number(alone.micros()),
        Table.number(beside.micros()),
        "%.1f %%".formatted(100 * (1 - alone.micros() / beside.micros())));
    table.row(
        "of which stream threads of the monitor", "", Table.number(beside.monitorMicros()), "");
    return table;
  }
}
