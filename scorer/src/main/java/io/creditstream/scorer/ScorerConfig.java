package io.creditstream.scorer;

import io.creditstream.model.ModelEngine;
import io.creditstream.scorer.decision.DecisionSettings;
import io.creditstream.scorer.enrichment.HistoryWait;
import io.creditstream.service.config.ServiceConfig;
import io.creditstream.service.http.AdvertisedUrl;
import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.http.RequestLimits;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.streams.StreamsSettings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a scorer works.
 *
 * @param service where it runs
 * @param decisions how applications are decided
 * @param models which models are taken and what runs them
 * @param advertised where other instances reach this one; null where there are none
 */
public record ScorerConfig(
    ServiceConfig service,
    DecisionSettings decisions,
    ModelSettings models,
    @Nullable AdvertisedUrl advertised) {

  /** Port of the API unless another one is chosen. */
  public static final int DEFAULT_PORT = 8081;

  /** Consumer group and prefix of the internal topics unless another one is chosen. */
  public static final String DEFAULT_APPLICATION_ID = "creditstream-scorer";

  public ScorerConfig {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(decisions, "decisions");
    Objects.requireNonNull(models, "models");
    if (advertised != null) {
      requireNamedCallers(service.http().limits());
    }
  }

  /** All that one instance hands on to another comes from one address. */
  private static void requireNamedCallers(RequestLimits limits) {
    if (limits.perSecond() > 0 && limits.callerHeader() == null) {
      throw new IllegalArgumentException(
          "CREDITSTREAM_REQUESTS_PER_SECOND limits callers, and with CREDITSTREAM_ADVERTISED_URL"
              + " those of another instance would count as one: name them with"
              + " CREDITSTREAM_CALLER_HEADER");
    }
  }

  /**
   * The usual configuration: the API on the loopback address, as many threads as there are
   * processors.
   */
  public static ScorerConfig defaults(KafkaSettings kafka, int port) {
    return new ScorerConfig(
        new ServiceConfig(
            kafka, HttpSettings.loopback(port), TopicSettings.defaults(), defaultStreams()),
        DecisionSettings.defaults(),
        ModelSettings.defaults(),
        null);
  }

  /** A thread for each processor; how many of them have a partition is told by the brokers. */
  static StreamsSettings defaultStreams() {
    return StreamsSettings.ofThreads(Runtime.getRuntime().availableProcessors());
  }

  /** Brokers, registry, application id, state directory. */
  public KafkaSettings kafka() {
    return service.kafka();
  }

  /** The same with other settings of missing topics. */
  public ScorerConfig withTopics(TopicSettings other) {
    return withService(service.withTopics(other));
  }

  /** The same with other settings of the streams. */
  public ScorerConfig withStreams(StreamsSettings other) {
    return withService(service.withStreams(other));
  }

  /** The same with another port of the API. */
  public ScorerConfig withPort(int port) {
    return withService(service.withHttp(HttpSettings.loopback(port)));
  }

  /** The same, explaining all decisions or not. */
  public ScorerConfig withExplainAll(boolean all) {
    return withDecisions(decisions.withExplainAll(all));
  }

  /** The same with applications that wait for history. */
  public ScorerConfig withHistoryWait(HistoryWait other) {
    return withDecisions(decisions.withHistoryWait(other));
  }

  /** The same with another engine for the models. */
  public ScorerConfig withEngine(ModelEngine other) {
    return new ScorerConfig(service, decisions, models.withEngine(other), advertised);
  }

  /** The same, reached by other instances under the given address. */
  public ScorerConfig withAdvertised(AdvertisedUrl url) {
    return new ScorerConfig(service, decisions, models, url);
  }

  private ScorerConfig withService(ServiceConfig other) {
    return new ScorerConfig(other, decisions, models, advertised);
  }

  private ScorerConfig withDecisions(DecisionSettings other) {
    return new ScorerConfig(service, other, models, advertised);
  }
}
