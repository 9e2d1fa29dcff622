package io.creditstream.benchmarks.pipeline;

import io.creditstream.drift.DriftMonitorApplication;
import io.creditstream.drift.DriftMonitorConfig;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.model.ModelEngine;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.simulator.feed.ConsumerGroupBarrier;
import io.creditstream.trainer.publish.ModelPublisher;
import io.creditstream.trainer.publish.ModelRole;
import java.time.Clock;
import java.time.Duration;
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

  /** The rates, and the processor time of the monitor's stream thread. */
  Table measure() {
    Subject subject = subjects.adverse(ModelEngine.COMPILED);
    try (Run run = bench.start(subject, bench.settings(), Bench.EXACTLY_ONCE);
        Output output = bench.output(subject)) {
      int applications = bench.options().applications();
      bench.drain(run, output, applications / 2);
      double alone = rate(run, output, () -> {});
      publish();
      KafkaSettings kafka = workbench.kafka(GROUP);
      try (DriftMonitorApplication monitor =
              DriftMonitorApplication.start(DriftMonitorConfig.defaults(kafka, 0));
          ConsumerGroupBarrier counted =
              new ConsumerGroupBarrier(
                  Admin.create(kafka.client()), GROUP, Duration.ofMinutes(5))) {
        Runnable keepsPace = () -> counted.await(workbench.ends(Topics.DECISIONS.name()));
        bench.drain(run, output, applications / 2, keepsPace);
        long before = CpuTime.ofThreads(GROUP);
        double beside = rate(run, output, keepsPace);
        double micros =
            (CpuTime.ofThreads(GROUP) - before)
                / 1e3
                / ((double) applications * bench.options().repeats());
        return table(monitor, alone, beside, micros);
      }
    }
  }

  private double rate(Run run, Output output, Runnable more) {
    int applications = bench.options().applications();
    return Medians.of(
        bench.options().repeats(),
        () -> applications / bench.drain(run, output, applications, more).seconds());
  }

  private void publish() {
    try (ModelPublisher publisher =
        ModelPublisher.connect(
            workbench.kafka("benchmark-publisher").client(),
            workbench.registry(),
            Clock.systemUTC())) {
      publisher.publish(ModelRole.CHAMPION, bundle);
    }
  }

  private Table table(DriftMonitorApplication monitor, double alone, double beside, double micros) {
    if (monitor.drift().partitions().isEmpty()) {
      throw new IllegalStateException("the monitor has counted nothing");
    }
    Table table =
        new Table(
            "features",
            "decisions/s of the scorer alone",
            "with the monitor beside it",
            "share that it takes",
            "µs of the monitor's threads a decision");
    table.row(
        bundle.dictionary().size(),
        Table.number(alone),
        Table.number(beside),
        "%.1f %%".formatted(100 * (1 - beside / alone)),
        Table.number(micros));
    return table;
  }
}
