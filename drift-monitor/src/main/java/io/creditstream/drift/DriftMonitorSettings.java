package io.creditstream.drift;

import io.creditstream.drift.counting.CountingSettings;
import io.creditstream.drift.metrics.MicrometerDriftMetrics;
import io.creditstream.drift.segment.PopulationParts;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.verdict.ThresholdOverrides;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.service.config.Configuration;
import io.creditstream.service.config.ServiceConfig;
import io.creditstream.service.config.ServiceSettings;
import io.creditstream.service.config.Setting;
import java.util.List;

/** The settings of a drift monitor, and its configuration from them. */
public final class DriftMonitorSettings {

  private static final ServiceSettings SERVICE =
      new ServiceSettings(
          DriftMonitorConfig.DEFAULT_APPLICATION_ID, DriftMonitorConfig.DEFAULT_PORT);

  private static final Setting WINDOW_SIZES =
      Setting.of(
          "WINDOW_SIZES",
          "PT5M,PT1H,P1D",
          "lengths of windows in event time, each a multiple of the one before");
  private static final Setting WINDOW_GRACE =
      Setting.of(
          "WINDOW_GRACE",
          WindowSettings.defaults().grace(),
          "event time after its end in which a window takes decisions");
  private static final Setting IDLE_TIMEOUT =
      Setting.of(
          "IDLE_TIMEOUT",
          WindowSettings.defaults().idleTimeout(),
          "silence after which a partition holds no window open");
  private static final Setting FLUSH_INTERVAL =
      Setting.of(
          "FLUSH_INTERVAL",
          CountingSettings.defaults().flushInterval(),
          "how often each partition hands over what it counted");
  private static final Setting FUTURE_TOLERANCE =
      Setting.of(
          "FUTURE_TOLERANCE", "P1D", "how far ahead of the clock an event may lie, else set aside");
  private static final Setting OUTCOME_RETENTION =
      Setting.of(
          "OUTCOME_RETENTION", "P730D", "how long decisions are remembered for their outcomes");
  private static final Setting THRESHOLDS =
      Setting.optional(
          "THRESHOLDS",
          "limits of single features, as in"
              + " AMT_INCOME_TOTAL:psi_alert=0.4,ks=0.2;EXT_SOURCE_1:missing_rate=0.1");
  private static final Setting SEGMENTS =
      Setting.optional(
          "SEGMENTS", "segments to watch, as in NAME_CONTRACT_TYPE;AMT_INCOME_TOTAL:100000,200000");
  private static final Setting GROUPS =
      Setting.of("GROUPS", "gender,age", "groups whose approval is compared, or none");
  private static final Setting MAX_SEGMENTS =
      Setting.of(
          "MAX_SEGMENTS",
          PopulationParts.defaults().mostSegments(),
          "segments of a model that are watched at most");
  private static final Setting MAX_SERIES =
      Setting.of(
          "MAX_SERIES",
          MicrometerDriftMetrics.DEFAULT_SERIES,
          "time series of windows that the metrics show at most");

  private static final List<Setting> ALL =
      SERVICE.and(
          ServiceSettings.THREADS,
          ServiceSettings.STANDBY_REPLICAS,
          WINDOW_SIZES,
          WINDOW_GRACE,
          IDLE_TIMEOUT,
          FLUSH_INTERVAL,
          FUTURE_TOLERANCE,
          OUTCOME_RETENTION,
          THRESHOLDS,
          SEGMENTS,
          GROUPS,
          MAX_SEGMENTS,
          MAX_SERIES);

  private DriftMonitorSettings() {}

  /** Every setting. */
  public static List<Setting> all() {
    return ALL;
  }

  /**
   * The configuration that values of the settings describe.
   *
   * @throws IllegalArgumentException naming the setting that is missing or wrong
   */
  public static DriftMonitorConfig read(Configuration given) {
    return new DriftMonitorConfig(
        new ServiceConfig(
            SERVICE.kafka(given),
            SERVICE.http(given, false),
            SERVICE.topics(given),
            SERVICE.streams(given, DriftMonitorConfig.defaultStreams())),
        new CountingSettings(
            given.duration(FLUSH_INTERVAL),
            given.duration(OUTCOME_RETENTION),
            given.duration(FUTURE_TOLERANCE)),
        new WindowSettings(
            given.durations(WINDOW_SIZES),
            given.duration(WINDOW_GRACE),
            given.duration(IDLE_TIMEOUT)),
        PopulationParts.parse(
            given.optional(SEGMENTS).orElse(""), given.text(GROUPS), given.number(MAX_SEGMENTS)),
        thresholds(given.optional(THRESHOLDS).orElse("")),
        given.number(MAX_SERIES));
  }

  private static DriftThresholds thresholds(String overrides) {
    DriftThresholds standard = DriftThresholds.standard();
    return standard.with(ThresholdOverrides.parse(overrides, standard));
  }
}
