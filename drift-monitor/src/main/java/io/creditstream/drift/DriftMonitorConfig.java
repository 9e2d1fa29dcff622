package io.creditstream.drift;

import io.creditstream.drift.metrics.MicrometerDriftMetrics;
import io.creditstream.drift.segment.PopulationParts;
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
 * @param population how the population is parted into segments and groups
 * @param retention how long decisions are remembered for their outcomes
 * @param thresholds limits of the verdicts
 * @param flushInterval how often each partition hands over what it counted
 * @param series time series of windows that the metrics show at most
 * @param futureTolerance how far ahead of the clock an event may lie before it is set aside
 */
public record DriftMonitorConfig(
    KafkaSettings kafka,
    HttpSettings http,
    TopicSettings topics,
    StreamsSettings streams,
    WindowSettings windows,
    PopulationParts population,
    Duration retention,
    DriftThresholds thresholds,
    Duration flushInterval,
    int series,
    Duration futureTolerance) {

  /** Port of the pages unless another one is chosen. */
  public static final int DEFAULT_PORT = 8082;

  /** Consumer group and prefix of the internal topics unless another one is chosen. */
  public static final String DEFAULT_APPLICATION_ID = "creditstream-drift-monitor";

  private static final Duration RETENTION = Duration.ofDays(730);
  private static final long MIB = 1 << 20;

  public DriftMonitorConfig {
    Objects.requireNonNull(kafka, "kafka");
    Objects.requireNonNull(http, "http");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(streams, "streams");
    Objects.requireNonNull(windows, "windows");
    Objects.requireNonNull(population, "population");
    Objects.requireNonNull(thresholds, "thresholds");
    if (flushInterval.toMillis() < 1) {
      throw new IllegalArgumentException("flushInterval " + flushInterval + " is below 1 ms");
    }
    if (series < 1) {
      throw new IllegalArgumentException("series " + series + " is below 1");
    }
    if (retention.toMillis() < 1) {
      throw new IllegalArgumentException("retention " + retention + " is below 1 ms");
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
        PopulationParts.defaults(),
        RETENTION,
        DriftThresholds.standard(),
        Duration.ofSeconds(1),
        MicrometerDriftMetrics.DEFAULT_SERIES,
        Duration.ofDays(1));
  }

  /** The same with other settings of missing topics. */
  public DriftMonitorConfig withTopics(TopicSettings other) {
    return new DriftMonitorConfig(
        kafka,
        http,
        other,
        streams,
        windows,
        population,
        retention,
        thresholds,
        flushInterval,
        series,
        futureTolerance);
  }

  /** The same with other settings of the streams. */
  public DriftMonitorConfig withStreams(StreamsSettings other) {
    return new DriftMonitorConfig(
        kafka,
        http,
        topics,
        other,
        windows,
        population,
        retention,
        thresholds,
        flushInterval,
        series,
        futureTolerance);
  }

  /** The same with other windows. */
  public DriftMonitorConfig withWindows(WindowSettings other) {
    return new DriftMonitorConfig(
        kafka,
        http,
        topics,
        streams,
        other,
        population,
        retention,
        thresholds,
        flushInterval,
        series,
        futureTolerance);
  }

  /** The same with the population parted in another way. */
  public DriftMonitorConfig withPopulation(PopulationParts other) {
    return new DriftMonitorConfig(
        kafka,
        http,
        topics,
        streams,
        windows,
        other,
        retention,
        thresholds,
        flushInterval,
        series,
        futureTolerance);
  }

  /** The same with counts handed over at another pace. */
  public DriftMonitorConfig withFlushInterval(Duration other) {
    return new DriftMonitorConfig(
        kafka,
        http,
        topics,
        streams,
        windows,
        population,
        retention,
        thresholds,
        other,
        series,
        futureTolerance);
  }
}
