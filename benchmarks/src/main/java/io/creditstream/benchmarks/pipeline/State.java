package io.creditstream.benchmarks.pipeline;

import io.creditstream.model.ModelEngine;
import io.creditstream.service.kafka.KafkaSettings;

/** What the scorer keeps on disk, and how long it takes to get it back from the broker. */
final class State {

  private final Bench bench;
  private final Subjects subjects;

  State(Bench bench, Subjects subjects) {
    this.bench = bench;
    this.subjects = subjects;
  }

  /**
   * Measures the state of a scorer that has run and is closed, then loses it and restores it.
   *
   * @param decided applications that it has decided
   */
  Table measure(KafkaSettings scorer, int decided) {
    Subject subject = subjects.adverse(ModelEngine.COMPILED);
    LocalFiles files = LocalFiles.of(scorer);
    double history = files.bytes("history-.*") / (double) bench.options().clients();
    double decisions = files.bytes("decisions") / (double) decided;
    files.delete();
    try (Run again = Run.start(subject, scorer, bench.options().streams(), Bench.EXACTLY_ONCE)) {
      Table table =
          new Table(
              "bytes of history a client",
              "bytes a decision",
              "records restored",
              "seconds",
              "seconds per million records");
      double seconds = again.restoreSeconds();
      table.row(
          Table.number(history),
          Table.number(decisions),
          again.restoredRecords(),
          Table.number(seconds),
          Table.number(seconds / again.restoredRecords() * 1e6));
      return table;
    }
  }
}
