package io.creditstream.standalone.run;

import io.creditstream.drift.DriftMonitorApplication;
import io.creditstream.drift.DriftMonitorConfig;
import io.creditstream.drift.view.DriftSeries;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.FeatureDrift;
import io.creditstream.service.kafka.KafkaSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The drift monitor of the main job. */
final class DriftMonitorFigures implements DriftFigures, AutoCloseable {

  /** A stream that has ended has its last windows closed after this time. */
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(5);

  private final DriftMonitorApplication monitor;
  private final String modelSha256;

  private DriftMonitorFigures(DriftMonitorApplication monitor, String modelSha256) {
    this.monitor = monitor;
    this.modelSha256 = modelSha256;
  }

  /**
   * @param modelSha256 digest of the model in use
   * @param window length of the smallest windows in event time
   */
  static DriftMonitorFigures start(
      KafkaSettings settings, int port, Duration window, String modelSha256) {
    WindowSettings windows =
        WindowSettings.defaults().withSmallest(window).withIdleTimeout(IDLE_TIMEOUT);
    return new DriftMonitorFigures(
        DriftMonitorApplication.start(
            DriftMonitorConfig.defaults(settings, port).withWindows(windows)),
        modelSha256);
  }

  /** Where its pages are. */
  URI uri() {
    return monitor.uri();
  }

  @Override
  public String worst() {
    return latest().map(report -> report.getStatus().name()).orElse("-");
  }

  @Override
  public long windowsClosed() {
    return monitor.drift().windowsClosed();
  }

  @Override
  public boolean settled() {
    return monitor.caughtUp();
  }

  @Override
  public Map<String, String> statusByFeature() {
    Map<String, String> statuses = new TreeMap<>();
    for (FeatureDrift feature : latest().map(DriftReport::getFeatures).orElse(List.of())) {
      statuses.put(feature.getFeature(), feature.getStatus().name());
    }
    return statuses;
  }

  @Override
  public void close() {
    monitor.close();
  }

  /** The last of the smallest windows that held enough decisions for a verdict. */
  private Optional<DriftReport> latest() {
    return monitor.drift().series().stream()
        .filter(series -> series.modelSha256().equals(modelSha256))
        .findFirst()
        .flatMap(DriftSeries::latestJudged);
  }
}
