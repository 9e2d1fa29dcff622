package io.creditstream.benchmarks.serving;

import io.creditstream.benchmarks.input.ModelChoice;
import java.nio.file.Path;
import java.util.List;

/**
 * What is measured of the API.
 *
 * @param directory where broker and state lie; empty
 * @param clients clients with history
 * @param callers how many ask at once, one measurement each
 * @param seconds length of one measurement
 * @param repeats measurements of each figure, of which the median counts
 * @param model the model
 */
public record ServingOptions(
    Path directory,
    int clients,
    List<Integer> callers,
    int seconds,
    int repeats,
    ModelChoice model) {

  public ServingOptions {
    callers = List.copyOf(callers);
    if (clients < 100 || seconds < 1 || repeats < 1 || callers.stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "at least 100 clients, one caller, one second and one repeat are needed");
    }
  }
}
