package io.creditstream.benchmarks.pipeline;

import io.creditstream.benchmarks.input.ModelChoice;
import io.creditstream.service.streams.StreamsSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What a sitting measures.
 *
 * @param directory where broker and state lie; empty
 * @param clients clients with history
 * @param applications applications of one measurement of the scorer
 * @param repeats measurements of each figure, of which the median counts
 * @param model the model; decisions about declined clients carry reasons
 * @param streams how the topologies work
 * @param latencySeconds length of one measurement of latency
 * @param topologies keys of the topologies to measure, empty for everything
 * @param client properties of Kafka clients to try in place of those of this release
 */
public record PipelineOptions(
    Path directory,
    int clients,
    int applications,
    int repeats,
    ModelChoice model,
    StreamsSettings streams,
    int latencySeconds,
    Set<String> topologies,
    Map<String, String> client) {

  public PipelineOptions {
    if (clients < 100 || applications < 100 || repeats < 1 || latencySeconds < 1) {
      throw new IllegalArgumentException(
          "at least 100 clients, 100 applications, one repeat and one second are needed");
    }
  }
}
