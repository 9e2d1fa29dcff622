package io.creditstream.drift;

import io.creditstream.drift.counting.CountingSettings;
import io.creditstream.drift.metrics.MicrometerDriftMetrics;
import io.creditstream.drift.segment.PopulationParts;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.service.config.ServiceConfig;
import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.streams.StreamsSettings;
import java.time.Duration;
import java.util.Objects;

/**
 * How a drift monitor works.
 *
 * @param service where it runs
 * @param counting how decisions are counted
 * @param windows how event time is cut and when windows close
 * @param population how the population is parted into segments and groups
 * @param thresholds limits of the verdicts
 * @param series time series of windows that the metrics show at most
 */
public record DriftMonitorConfig(
    ServiceConfig service,
    CountingSettings counting,
    WindowSettings windows,
    PopulationParts population,
    DriftThresholds thresholds,
    int series) {

  /** Port of the pages unless another one is chosen. */
  public static final int DEFAULT_PORT = 8082;

  /** Consumer group and prefix of the internal topics unless another one is chosen. */
  public static final String DEFAULT_APPLICATION_ID = "creditstream-drift-monitor";

  private static final long MIB = 1 << 20;

  public DriftMonitorConfig {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(counting, "counting");
    Objects.requireNonNull(windows, "windows");
    Objects.requireNonNull(population, "population");
    Objects.requireNonNull(thresholds, "thresholds");
    if (series < 1) {
      throw new IllegalArgumentException("series " + series + " is below 1");
    }
  }

  /** The usual configuration: pages on the loopback address, windows and limits of the contract. */
  public static DriftMonitorConfig defaults(KafkaSettings kafka, int port) {
    return new DriftMonitorConfig(
        new ServiceConfig(
            kafka, HttpSettings.loopback(port), TopicSettings.defaults(), defaultStreams()),
        CountingSettings.defaults(),
        WindowSettings.defaults(),
        PopulationParts.defaults(),
        DriftThresholds.standard(),
        MicrometerDriftMetrics.DEFAULT_SERIES);
  }

  /** One thread that commits every 500 ms. */
  static StreamsSettings defaultStreams() {
    return new StreamsSettings(1, Duration.ofMillis(500), 16 * MIB, 64 * MIB, 0);
  }

  /** Brokers, registry, application id, state directory. */
  public KafkaSettings kafka() {
    return service.kafka();
  }

  /** The same with other settings of missing topics. */
  public DriftMonitorConfig withTopics(TopicSettings other) {
    return withService(service.withTopics(other));
  }

  /** The same with other settings of the streams. */
  public DriftMonitorConfig withStreams(StreamsSettings other) {
    return withService(service.withStreams(other));
  }

  private DriftMonitorConfig withService(ServiceConfig other) {
    return new DriftMonitorConfig(other, counting, windows, population, thresholds, series);
  }

  /** The same with other windows. */
  public DriftMonitorConfig withWindows(WindowSettings other) {
    return new DriftMonitorConfig(service, counting, other, population, thresholds, series);
  }

  /** The same with the population parted in another way. */
  public DriftMonitorConfig withPopulation(PopulationParts other) {
    return new DriftMonitorConfig(service, counting, windows, other, thresholds, series);
  }

  /** The same with counts handed over at another pace. */
  public DriftMonitorConfig withFlushInterval(Duration other) {
    return new DriftMonitorConfig(
        service, counting.withFlushInterval(other), windows, population, thresholds, series);
  }
}
