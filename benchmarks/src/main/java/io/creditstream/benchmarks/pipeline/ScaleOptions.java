package io.creditstream.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.List;

/**
 * How scaling is measured.
 *
 * @param directory an empty directory
 * @param bundle the model
 * @param clients clients with history
 * @param applications applications of one measurement
 * @param repeats measurements of each figure; the median counts
 * @param partitions partitions of the topics, each in a sitting of its own
 * @param threads stream threads of an instance
 * @param instances scorers at once
 * @param standby copies of the state on other instances
 */
public record ScaleOptions(
    Path directory,
    Path bundle,
    int clients,
    int applications,
    int repeats,
    List<Integer> partitions,
    List<Integer> threads,
    List<Integer> instances,
    int standby) {

  /** Copies the lists. */
  public ScaleOptions {
    partitions = List.copyOf(partitions);
    threads = List.copyOf(threads);
    instances = List.copyOf(instances);
  }
}
