package io.creditstream.drift.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The gauges of the last closed windows. */
final class DriftGauges {

  private final MultiGauge psi;
  private final MultiGauge ks;
  private final MultiGauge missingRate;
  private final MultiGauge unseenRate;
  private final MultiGauge status;
  private final MultiGauge samples;
  private final MultiGauge threshold;

  DriftGauges(MeterRegistry registry) {
    psi = gauge(registry, "psi", "Population stability index");
    ks = gauge(registry, "ks", "Kolmogorov-Smirnov distance, lower bound");
    missingRate = gauge(registry, "missing.rate", "Share of missing values, 0 to 1");
    unseenRate = gauge(registry, "unseen.rate", "Share of levels unseen in training, 0 to 1");
    status =
        gauge(registry, "status", "Lasting status: -1 insufficient, 0 stable, 1 warning, 2 alert");
    samples = gauge(registry, "samples", "Decisions in the last closed window");
    threshold = gauge(registry, "threshold", "Limit of a statistic for an alert or a warning");
  }

  private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder("creditstream.drift." + name)
        .description(description)
        .register(registry);
  }

  /** Shows these rows and no others. */
  void show(Collection<GaugeRows> models) {
    show(psi, models, GaugeRows::psi);
    show(ks, models, GaugeRows::ks);
    show(missingRate, models, GaugeRows::missingRate);
    show(unseenRate, models, GaugeRows::unseenRate);
    show(status, models, GaugeRows::status);
    show(samples, models, GaugeRows::samples);
    show(threshold, models, GaugeRows::threshold);
  }

  private static void show(
      MultiGauge gauge, Collection<GaugeRows> models, Function<GaugeRows, List<Row<?>>> rows) {
    List<Row<?>> all = new ArrayList<>();
    models.forEach(model -> all.addAll(rows.apply(model)));
    gauge.register(all, true);
  }
}
