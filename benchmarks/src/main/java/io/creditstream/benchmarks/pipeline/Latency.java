package io.creditstream.benchmarks.pipeline;

import io.creditstream.model.ModelEngine;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Time from when an application was due until its result was read, committed. */
final class Latency {

  private static final double[] PERCENTILES = {50, 99, 99.9};

  private final Bench bench;
  private final Subjects subjects;
  private final Table table =
      new Table("topology", "guarantee", "records/s", "p50 ms", "p99 ms", "p99.9 ms");

  Latency(Bench bench, Subjects subjects) {
    this.bench = bench;
    this.subjects = subjects;
  }

  /** Measures the scorer beside the pass-through, both at the same rate. */
  Table measure(double perSecond) {
    for (String guarantee : List.of(Bench.EXACTLY_ONCE, Bench.AT_LEAST_ONCE)) {
      row(subjects.passThrough(), guarantee, perSecond);
      row(subjects.adverse(ModelEngine.COMPILED), guarantee, perSecond);
    }
    return table;
  }

  private void row(Subject subject, String guarantee, double perSecond) {
    try (Run run = bench.start(subject, bench.settings(), guarantee);
        Output output = bench.output(subject)) {
      new WarmUp().run(() -> bench.steady(output, perSecond));
      List<Histogram> measured = new ArrayList<>();
      for (int i = 0; i < bench.options().repeats(); i++) {
        measured.add(bench.steady(output, perSecond));
      }
      List<Object> row =
          new ArrayList<>(List.of(subject.name(), guarantee, Table.number(perSecond)));
      for (double percentile : PERCENTILES) {
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
}
