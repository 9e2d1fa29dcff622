package io.creditstream.benchmarks.pipeline;

import io.creditstream.model.ModelEngine;
import io.creditstream.service.kafka.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Records a second of each topology, exactly once: the median of measurements on one run, after
 * warm-ups of half as many records each, until the compilers rest.
 */
final class Throughput {

  /** The simple topologies are measured with more records, so that it takes long enough. */
  private static final int PLAIN_FACTOR = 4;

  /** The topology that the others are compared with. */
  private static final String PLAIN = "a";

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
   * How fast a topology was; zeros where it was not to be measured.
   *
   * @param rate records a second
   * @param records that it has worked off, warm-ups included
   */
  record Measured(double rate, int records) {}

  /**
   * Measures.
   *
   * @param scorer settings of the application that (c) runs as; its state stays
   * @return what (c) did
   */
  Measured measure(KafkaSettings scorer) {
    int few = bench.options().applications();
    row(PLAIN, subjects.passThrough(), bench.settings(), few * PLAIN_FACTOR);
    row("b", subjects.join(), bench.settings(), few * PLAIN_FACTOR);
    Measured adverse = row("c", subjects.adverse(ModelEngine.COMPILED), scorer, few);
    row("d", subjects.all(ModelEngine.COMPILED), bench.settings(), few);
    row("c'", subjects.adverse(ModelEngine.LIGHTGBM), bench.settings(), few / 4);
    row("d'", subjects.all(ModelEngine.LIGHTGBM), bench.settings(), few / 8);
    return adverse;
  }

  Table table() {
    return table;
  }

  private Measured row(String key, Subject subject, KafkaSettings kafka, int applications) {
    Set<String> chosen = bench.options().topologies();
    if (!chosen.isEmpty() && !chosen.contains(key)) {
      return new Measured(0, 0);
    }
    try (Run run = bench.start(subject, kafka, Bench.EXACTLY_ONCE);
        Output output = bench.output(subject)) {
      int rounds = new WarmUp().run(() -> bench.drain(run, output, applications / 2));
      List<Double> rates = new ArrayList<>();
      CpuTime taken = CpuTime.NONE;
      for (int i = 0; i < bench.options().repeats(); i++) {
        Drain drain = bench.drain(run, output, applications);
        rates.add(applications / drain.seconds());
        taken = taken.plus(drain.cpu());
      }
      double rate = Medians.of(rates.stream().mapToDouble(Double::doubleValue).toArray());
      if (key.equals(PLAIN)) {
        plain = rate;
      }
      table.row(
          key,
          subject.name(),
          Table.number(rate),
          Table.ratio(rate, plain),
          taken.perRecord((long) applications * rates.size()));
      return new Measured(rate, applications / 2 * rounds + applications * rates.size());
    }
  }
}
