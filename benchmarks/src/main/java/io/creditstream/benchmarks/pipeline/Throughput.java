package io.creditstream.benchmarks.pipeline;

import io.creditstream.model.ModelEngine;
import io.creditstream.service.kafka.KafkaSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * Records a second of each topology, exactly once: the median of measurements on one run, after a
 * warm-up of half as many records.
 */
final class Throughput {

  /** The simple topologies are measured with more records, so that it takes long enough. */
  private static final int PLAIN_FACTOR = 4;

  private final Bench bench;
  private final Subjects subjects;
  private final Table table =
      new Table(
          "",
          "topology, exactly once",
          "records/s",
          "of a",
          "µs of the processor a record: stream threads",
          "broker",
          "all");
  private double plain;

  Throughput(Bench bench, Subjects subjects) {
    this.bench = bench;
    this.subjects = subjects;
  }

  /**
   * Measures.
   *
   * @param scorer settings of the application that (c) runs as; its state stays
   * @return records a second of (c)
   */
  double measure(KafkaSettings scorer) {
    int few = bench.options().applications();
    plain = row("a", subjects.passThrough(), bench.settings(), few * PLAIN_FACTOR);
    row("b", subjects.join(), bench.settings(), few * PLAIN_FACTOR);
    double peak = row("c", subjects.adverse(ModelEngine.COMPILED), scorer, few);
    row("d", subjects.all(ModelEngine.COMPILED), bench.settings(), few);
    row("c'", subjects.adverse(ModelEngine.LIGHTGBM), bench.settings(), few / 4);
    row("d'", subjects.all(ModelEngine.LIGHTGBM), bench.settings(), few / 8);
    return peak;
  }

  /** Applications that (c) has decided. */
  int decided() {
    int each = bench.options().applications();
    return each / 2 + each * bench.options().repeats();
  }

  Table table() {
    return table;
  }

  private double row(String key, Subject subject, KafkaSettings kafka, int applications) {
    try (Run run = bench.start(subject, kafka, Bench.EXACTLY_ONCE);
        Output output = bench.output(subject)) {
      bench.drain(run, output, applications / 2);
      List<Double> rates = new ArrayList<>();
      CpuTime before = CpuTime.now();
      for (int i = 0; i < bench.options().repeats(); i++) {
        rates.add(applications / bench.drain(run, output, applications));
      }
      CpuTime taken = CpuTime.now().minus(before);
      double rate = Medians.of(rates.stream().mapToDouble(Double::doubleValue).toArray());
      table.row(
          key,
          subject.name(),
          Table.number(rate),
          Table.number(rate / (plain == 0 ? rate : plain)),
          taken.perRecord((long) applications * rates.size()));
      return rate;
    }
  }
}
