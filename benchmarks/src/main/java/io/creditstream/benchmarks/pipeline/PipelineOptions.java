package io.creditstream.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sitting measures.
 *
 * @param directory where broker and state lie; empty
 * @param clients clients with history
 * @param applications applications of one measurement of the scorer
 * @param repeats measurements of each figure, of which the median counts
 * @param trees trees of the model that is fitted
 * @param leaves leaves of each tree
 * @param declined share of declined clients, whose decisions carry reasons
 * @param threads stream threads
 * @param latencySeconds length of one measurement of latency
 * @param bundle a bundle to measure in place of the fitted model
 * @param topologies keys of the topologies to measure, empty for everything
 * @param client properties of Kafka clients to try in place of those of this release
 */
public record PipelineOptions(
    Path directory,
    int clients,
    int applications,
    int repeats,
    int trees,
    int leaves,
    double declined,
    int threads,
    int latencySeconds,
    @Nullable Path bundle,
    Set<String> topologies,
    Map<String, String> client) {

  public PipelineOptions {
    if (clients < 100 || applications < 100 || repeats < 1 || latencySeconds < 1) {
      throw new IllegalArgumentException(
          "at least 100 clients, 100 applications, one repeat and one second are needed");
    }
  }
}
