package io.creditstream.benchmarks.pipeline;

import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.process.Resources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Scorers that share the work of one application. */
record ScorerGroup(Resources resources, List<ScorerInstance> instances) implements AutoCloseable {

  /** Starts them; returns when each is ready. */
  static ScorerGroup start(
      KafkaSettings kafka, int instances, int threads, int standby, Path directory) {
    return Resources.open(
        resources -> {
          List<ScorerInstance> started =
              IntStream.range(0, instances)
                  .mapToObj(
                      i -> ScorerInstance.start(kafka, threads, standby, "scorer-" + i, directory))
                  .map(resources::own)
                  .toList();
          started.forEach(ScorerInstance::awaitReady);
          return new ScorerGroup(resources, started);
        });
  }

  /** Processor time that all of them have taken. */
  Duration cpu() {
    return instances.stream().map(ScorerInstance::cpu).reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public void close() {
    resources.close();
  }
}
