package io.creditstream.drift.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The gauges of the last closed windows, up to a number of time series. */
final class DriftGauges {

  private final Map<DriftGauge, MultiGauge> gauges = new EnumMap<>(DriftGauge.class);
  private final AtomicLong dropped = new AtomicLong();
  private final int most;

  /**
   * @param most time series that are shown
   */
  DriftGauges(MeterRegistry registry, int most) {
    this.most = most;
    for (DriftGauge gauge : DriftGauge.values()) {
      gauges.put(
          gauge,
          MultiGauge.builder(gauge.meterName())
              .description(gauge.description())
              .register(registry));
    }
    Gauge.builder("creditstream.drift.series.dropped", dropped, AtomicLong::get)
        .description("Time series that are not shown, since they would be too many")
        .register(registry);
  }

  /**
   * Shows these rows and no others.
   *
   * @param all what matters most first: where the number of time series would be exceeded, the rows
   *     of a window are left out together
   */
  void show(Collection<GaugeRows> all) {
    List<GaugeRows> shown = new ArrayList<>();
    long series = 0;
    long left = 0;
    for (GaugeRows rows : all) {
      if (series + rows.size() <= most) {
        shown.add(rows);
        series += rows.size();
      } else {
        left += rows.size();
      }
    }
    dropped.set(left);
    gauges.forEach(
        (gauge, meter) -> {
          List<Row<?>> rows = new ArrayList<>();
          shown.forEach(window -> rows.addAll(window.of(gauge)));
          meter.register(rows, true);
        });
  }
}
