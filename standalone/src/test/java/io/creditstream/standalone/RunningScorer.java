package io.creditstream.standalone;

import io.creditstream.scorer.ScorerApplication;
import io.creditstream.scorer.ScorerConfig;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.data.Endpoints;
import io.creditstream.standalone.data.LocalServices;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A scorer on the broker and the registry of a data directory, for the command line to act on. */
final class RunningScorer implements AutoCloseable {

  private final LocalServices services;
  private final ScorerApplication scorer;

  private RunningScorer(LocalServices services, ScorerApplication scorer) {
    this.services = services;
    this.scorer = scorer;
  }

  static RunningScorer start(DataDirectory data) {
    LocalServices services = LocalServices.open(data, 0, 0);
    try {
      KafkaSettings kafka =
          KafkaSettings.of(
              services.endpoints().bootstrapServers(),
              services.endpoints().registryUrl(),
              ScorerConfig.DEFAULT_APPLICATION_ID,
              data.state("scorer"));
      return new RunningScorer(services, ScorerApplication.start(ScorerConfig.defaults(kafka, 0)));
    } catch (RuntimeException e) {
      services.close();
      throw e;
    }
  }

  Endpoints endpoints() {
    return services.endpoints();
  }

  URI uri() {
    return scorer.uri();
  }

  /** Waits until it has a model and has taken its part of the work. */
  void awaitReady() {
    Awaitility.await("ready")
        .atMost(Duration.ofSeconds(90))
        .until(() -> scorer.health().whyNotReady(), Map::isEmpty);
  }

  /** Runs a command that connects to the broker and the registry. */
  Cli run(String... command) {
    String[] connection = {
      "--bootstrap-servers", endpoints().bootstrapServers(),
      "--schema-registry", endpoints().registryUrl()
    };
    return Cli.run(Stream.of(command, connection).flatMap(Stream::of).toArray(String[]::new));
  }

  @Override
  public void close() {
    try (services) {
      scorer.close();
    }
  }
}
