package io.creditstream.benchmarks.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The middle of several measurements. */
final class Medians {

  private Medians() {}

  /** Measures several times. */
  static double of(int repeats, DoubleSupplier measurement) {
    double[] sorted = DoubleStream.generate(measurement).limit(repeats).sorted().toArray();
    return of(sorted);
  }

  /** The middle of what several measurements say of one figure. */
  static <T> double of(List<T> measurements, ToDoubleFunction<T> figure) {
    return of(measurements.stream().mapToDouble(figure).toArray());
  }

  /** The middle value, or the mean of the two in the middle. */
  static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
