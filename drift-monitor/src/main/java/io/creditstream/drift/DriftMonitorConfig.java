package io.creditstream.drift;

import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.streams.StreamsSettings;
import java.time.Duration;
import java.util.Objects;

/**
 * How a drift monitor works.
 *
 * @param kafka brokers, registry, application id, state directory
 * @param http where its pages are
 * @param topics how missing topics are created
 * @param streams threads, commit interval, memory
 * @param windows how event time is cut and when windows close
 * @param thresholds limits of the verdicts
 * @param flushInterval how often each partition hands over what it counted
 * @param futureTolerance how far ahead of the clock a decision may lie before it is set aside
 */
public record DriftMonitorConfig(
    KafkaSettings kafka,
    HttpSettings http,
    TopicSettings topics,
    StreamsSettings streams,
    WindowSettings windows,
    DriftThresholds thresholds,
    Duration flushInterval,
    Duration futureTolerance) {

  /** Port of the pages unless another one is chosen. */
  public static final int DEFAULT_PORT = 8082;

  /** Consumer group and prefix of the internal topics unless another one is chosen. */
  public static final String DEFAULT_APPLICATION_ID = "creditstream-drift-monitor";

  private static final long MIB = 1 << 20;

  public DriftMonitorConfig {
    Objects.requireNonNull(kafka, "kafka");
    Objects.requireNonNull(http, "http");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(streams, "streams");
    Objects.requireNonNull(windows, "windows");
    Objects.requireNonNull(thresholds, "thresholds");
    if (flushInterval.toMillis() < 1) {
      throw new IllegalArgumentException("flushInterval " + flushInterval + " is below 1 ms");
    }
    if (futureTolerance.isNegative()) {
      throw new IllegalArgumentException("futureTolerance " + futureTolerance + " is negative");
    }
  }

  /**
   * The usual configuration: pages on the loopback address, one thread that commits every 500 ms,
   * the windows and limits of the contract, counts handed over each second, a day of tolerance.
   */
  public static DriftMonitorConfig defaults(KafkaSettings kafka, int port) {
    return new DriftMonitorConfig(
        kafka,
        HttpSettings.loopback(port),
        TopicSettings.defaults(),
        new StreamsSettings(1, Duration.ofMillis(500), 16 * MIB, 64 * MIB, 0),
        WindowSettings.defaults(),
        DriftThresholds.standard(),
        Duration.ofSeconds(1),
        Duration.ofDays(1));
  }

  /** The same with other settings of missing topics. */
  public DriftMonitorConfig withTopics(TopicSettings other) {
    return new DriftMonitorConfig(
        kafka, http, other, streams, windows, thresholds, flushInterval, futureTolerance);
  }

  /** The same with other settings of the streams. */
  public DriftMonitorConfig withStreams(StreamsSettings other) {
    return new DriftMonitorConfig(
        kafka, http, topics, other, windows, thresholds, flushInterval, futureTolerance);
  }

  /** The same with other windows. */
  public DriftMonitorConfig withWindows(WindowSettings other) {
    return new DriftMonitorConfig(
        kafka, http, topics, streams, other, thresholds, flushInterval, futureTolerance);
  }

  /** The same with counts handed over at another pace. */
  public DriftMonitorConfig withFlushInterval(Duration other) {
    return new DriftMonitorConfig(
        kafka, http, topics, streams, windows, thresholds, other, futureTolerance);
  }
}
