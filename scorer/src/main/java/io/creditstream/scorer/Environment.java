package io.creditstream.scorer;

import io.creditstream.features.bundle.VerificationKey;
import io.creditstream.features.history.HistorySource;
import io.creditstream.scorer.decision.ChallengerBudget;
import io.creditstream.scorer.enrichment.HistoryWait;
import io.creditstream.service.config.ServiceVariables;
import io.creditstream.service.config.Variables;
import io.creditstream.service.http.AdvertisedUrl;
import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.streams.StreamsSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration from environment variables: those of {@link ServiceVariables}, {@code
 * CREDITSTREAM_EXPLAIN_ALL}, {@code CREDITSTREAM_FUTURE_TOLERANCE}, {@code
 * CREDITSTREAM_MODEL_ENGINE} ({@code compiled} or {@code lightgbm}), {@code
 * CREDITSTREAM_CHALLENGER_BUDGET}, {@code CREDITSTREAM_CHALLENGER_PAUSE}, {@code
 * CREDITSTREAM_HISTORY_DEADLINE}, {@code CREDITSTREAM_HISTORY_REQUIRED}, {@code
 * CREDITSTREAM_DECISION_RETENTION}, {@code CREDITSTREAM_ADVERTISED_URL} and {@code
 * CREDITSTREAM_MODEL_PUBLIC_KEY} (a file).
 */
final class Environment {

  private Environment() {}

  /**
   * The configuration that the variables describe.
   *
   * @throws IllegalArgumentException naming the variable that is missing or wrong
   */
  static ScorerConfig read(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    ServiceVariables service = new ServiceVariables(variables);
    KafkaSettings kafka = service.kafka(ScorerConfig.DEFAULT_APPLICATION_ID);
    HttpSettings http = service.http(ScorerConfig.DEFAULT_PORT);
    ScorerConfig defaults = ScorerConfig.defaults(kafka, http.port());
    TopicSettings topics = service.topics(defaults.topics());
    int threads = Math.min(topics.partitions(), Runtime.getRuntime().availableProcessors());
    return new ScorerConfig(
        kafka,
        http,
        topics,
        service.streams(StreamsSettings.ofThreads(threads)),
        variables.flag("EXPLAIN_ALL", defaults.explainAll()),
        variables.duration("FUTURE_TOLERANCE", defaults.futureTolerance()),
        variables.choice("MODEL_ENGINE", defaults.engine()),
        new ChallengerBudget(
            variables.duration("CHALLENGER_BUDGET", defaults.challenger().perApplication()),
            variables.duration("CHALLENGER_PAUSE", defaults.challenger().pause())),
        new HistoryWait(
            variables.duration("HISTORY_DEADLINE", defaults.historyWait().deadline()),
            required(variables, defaults.historyWait())),
        variables.duration("DECISION_RETENTION", defaults.retention()),
        advertised(variables),
        modelKey(variables));
  }

  private static @Nullable AdvertisedUrl advertised(Variables variables) {
    String url = variables.find("ADVERTISED_URL");
    try {
      return url == null ? null : AdvertisedUrl.parse(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "CREDITSTREAM_ADVERTISED_URL is not understood: " + e.getMessage(), e);
    }
  }

  private static @Nullable VerificationKey modelKey(Variables variables) {
    String file = variables.find("MODEL_PUBLIC_KEY");
    try {
      return file == null ? null : VerificationKey.read(Path.of(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "CREDITSTREAM_MODEL_PUBLIC_KEY is not understood: " + e.getMessage(), e);
    }
  }

  private static List<HistorySource<?>> required(Variables variables, HistoryWait defaults) {
    String topics = variables.find("HISTORY_REQUIRED");
    if (topics == null) {
      return defaults.required();
    }
    try {
      return HistoryWait.sources(topics);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "CREDITSTREAM_HISTORY_REQUIRED is not understood: " + e.getMessage(), e);
    }
  }
}
