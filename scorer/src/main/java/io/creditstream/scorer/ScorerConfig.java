package io.creditstream.scorer;

import io.creditstream.features.bundle.VerificationKey;
import io.creditstream.model.ModelEngine;
import io.creditstream.scorer.decision.ChallengerBudget;
import io.creditstream.scorer.enrichment.HistoryWait;
import io.creditstream.scorer.topology.ScoringParts;
import io.creditstream.service.http.AdvertisedUrl;
import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.streams.StreamsSettings;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a scorer works.
 *
 * @param kafka brokers, registry, application id, state directory
 * @param http where the API listens
 * @param topics how missing topics are created
 * @param streams threads, commit interval, memory
 * @param explainAll whether approved applications are explained too
 * @param futureTolerance how far ahead of the clock an event may lie before it is set aside
 * @param engine what runs the models
 * @param challenger how much time a challenger may take
 * @param historyWait how long applications wait for history
 * @param retention how long decisions are remembered to tell repeats
 * @param advertised where other instances reach this one; null where there are none
 * @param modelKey verifies the signatures of bundles; null to take bundles without
 */
public record ScorerConfig(
    KafkaSettings kafka,
    HttpSettings http,
    TopicSettings topics,
    StreamsSettings streams,
    boolean explainAll,
    Duration futureTolerance,
    ModelEngine engine,
    ChallengerBudget challenger,
    HistoryWait historyWait,
    Duration retention,
    @Nullable AdvertisedUrl advertised,
    @Nullable VerificationKey modelKey) {

  /** Port of the API unless another one is chosen. */
  public static final int DEFAULT_PORT = 8081;

  /** Consumer group and prefix of the internal topics unless another one is chosen. */
  public static final String DEFAULT_APPLICATION_ID = "creditstream-scorer";

  public ScorerConfig {
    Objects.requireNonNull(kafka, "kafka");
    Objects.requireNonNull(http, "http");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(streams, "streams");
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(challenger, "challenger");
    Objects.requireNonNull(historyWait, "historyWait");
    if (retention.isNegative() || retention.isZero()) {
      throw new IllegalArgumentException("retention " + retention + " is not more than zero");
    }
    if (futureTolerance.isNegative()) {
      throw new IllegalArgumentException("futureTolerance " + futureTolerance + " is negative");
    }
  }

  /**
   * The usual configuration: the API on the loopback address, as many threads as there are
   * processors but no more than partitions, explanations for declined and referred applications, a
   * day of tolerance, compiled models, no wait for history, decisions remembered for 400 days.
   */
  public static ScorerConfig defaults(KafkaSettings kafka, int port) {
    TopicSettings topics = TopicSettings.defaults();
    int threads = Math.min(topics.partitions(), Runtime.getRuntime().availableProcessors());
    return new ScorerConfig(
        kafka,
        HttpSettings.loopback(port),
        topics,
        StreamsSettings.ofThreads(threads),
        false,
        Duration.ofDays(1),
        ModelEngine.COMPILED,
        ChallengerBudget.defaults(),
        HistoryWait.none(),
        ScoringParts.DEFAULT_RETENTION,
        null,
        null);
  }

  /** The same with other settings of missing topics. */
  public ScorerConfig withTopics(TopicSettings other) {
    return new ScorerConfig(
        kafka,
        http,
        other,
        streams,
        explainAll,
        futureTolerance,
        engine,
        challenger,
        historyWait,
        retention,
        advertised,
        modelKey);
  }

  /** The same with other settings of the streams. */
  public ScorerConfig withStreams(StreamsSettings other) {
    return new ScorerConfig(
        kafka,
        http,
        topics,
        other,
        explainAll,
        futureTolerance,
        engine,
        challenger,
        historyWait,
        retention,
        advertised,
        modelKey);
  }

  /** The same, explaining all decisions or not. */
  public ScorerConfig withExplainAll(boolean all) {
    return new ScorerConfig(
        kafka,
        http,
        topics,
        streams,
        all,
        futureTolerance,
        engine,
        challenger,
        historyWait,
        retention,
        advertised,
        modelKey);
  }

  /** The same with another engine for the models. */
  public ScorerConfig withEngine(ModelEngine other) {
    return new ScorerConfig(
        kafka,
        http,
        topics,
        streams,
        explainAll,
        futureTolerance,
        other,
        challenger,
        historyWait,
        retention,
        advertised,
        modelKey);
  }

  /** The same with another budget of the challenger. */
  public ScorerConfig withChallenger(ChallengerBudget other) {
    return new ScorerConfig(
        kafka,
        http,
        topics,
        streams,
        explainAll,
        futureTolerance,
        engine,
        other,
        historyWait,
        retention,
        advertised,
        modelKey);
  }

  /** The same with applications that wait for history. */
  public ScorerConfig withHistoryWait(HistoryWait other) {
    return new ScorerConfig(
        kafka,
        http,
        topics,
        streams,
        explainAll,
        futureTolerance,
        engine,
        challenger,
        other,
        retention,
        advertised,
        modelKey);
  }

  /** The same, reached by other instances under the given address. */
  public ScorerConfig withAdvertised(AdvertisedUrl url) {
    return new ScorerConfig(
        kafka,
        http,
        topics,
        streams,
        explainAll,
        futureTolerance,
        engine,
        challenger,
        historyWait,
        retention,
        url,
        modelKey);
  }

  /** The same with another port of the API. */
  public ScorerConfig withPort(int port) {
    return withHttp(HttpSettings.loopback(port));
  }

  /** The same with another address and other limits of the API. */
  public ScorerConfig withHttp(HttpSettings other) {
    return new ScorerConfig(
        kafka,
        other,
        topics,
        streams,
        explainAll,
        futureTolerance,
        engine,
        challenger,
        historyWait,
        retention,
        advertised,
        modelKey);
  }

  /** The same, taking such bundles alone as were signed with the key that belongs to this one. */
  public ScorerConfig withModelKey(VerificationKey key) {
    return new ScorerConfig(
        kafka,
        http,
        topics,
        streams,
        explainAll,
        futureTolerance,
        engine,
        challenger,
        historyWait,
        retention,
        advertised,
        key);
  }
}
