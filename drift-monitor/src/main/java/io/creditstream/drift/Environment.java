package io.creditstream.drift;

import io.creditstream.drift.segment.PopulationParts;
import io.creditstream.drift.verdict.ThresholdOverrides;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.service.config.ServiceVariables;
import io.creditstream.service.config.Variables;
import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.kafka.KafkaSettings;
import java.util.Map;

/**
 * Reads the configuration from environment variables: those of {@link ServiceVariables}, {@code
 * CREDITSTREAM_WINDOW_SIZES} (between commas), {@code CREDITSTREAM_WINDOW_GRACE}, {@code
 * CREDITSTREAM_IDLE_TIMEOUT}, {@code CREDITSTREAM_FLUSH_INTERVAL} and {@code
 * CREDITSTREAM_FUTURE_TOLERANCE} (durations as in ISO 8601, for example {@code PT5M}), {@code
 * CREDITSTREAM_OUTCOME_RETENTION}, {@code CREDITSTREAM_THRESHOLDS} (see {@link
 * ThresholdOverrides}), {@code CREDITSTREAM_SEGMENTS}, {@code CREDITSTREAM_MAX_SEGMENTS}, {@code
 * CREDITSTREAM_MAX_SERIES} and {@code CREDITSTREAM_GROUPS} (see {@link PopulationParts}).
 */
final class Environment {

  private Environment() {}

  /**
   * The configuration that the variables describe.
   *
   * @throws IllegalArgumentException naming the variable that is missing or wrong
   */
  static DriftMonitorConfig read(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    ServiceVariables service = new ServiceVariables(variables);
    KafkaSettings kafka = service.kafka(DriftMonitorConfig.DEFAULT_APPLICATION_ID);
    HttpSettings http = service.http(DriftMonitorConfig.DEFAULT_PORT);
    DriftMonitorConfig defaults = DriftMonitorConfig.defaults(kafka, http.port());
    WindowSettings windows = defaults.windows();
    return new DriftMonitorConfig(
        kafka,
        http,
        service.topics(defaults.topics()),
        service.streams(defaults.streams()),
        new WindowSettings(
            variables.durations("WINDOW_SIZES", windows.sizes()),
            variables.duration("WINDOW_GRACE", windows.grace()),
            variables.duration("IDLE_TIMEOUT", windows.idleTimeout())),
        PopulationParts.parse(
            variables.text("SEGMENTS", ""),
            variables.text("GROUPS", "gender,age"),
            variables.number("MAX_SEGMENTS", defaults.population().mostSegments())),
        variables.duration("OUTCOME_RETENTION", defaults.retention()),
        defaults
            .thresholds()
            .with(
                ThresholdOverrides.parse(variables.text("THRESHOLDS", ""), defaults.thresholds())),
        variables.duration("FLUSH_INTERVAL", defaults.flushInterval()),
        variables.number("MAX_SERIES", defaults.series()),
        variables.duration("FUTURE_TOLERANCE", defaults.futureTolerance()));
  }
}
