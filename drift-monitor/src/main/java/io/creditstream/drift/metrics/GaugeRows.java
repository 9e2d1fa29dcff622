package io.creditstream.drift.metrics;

import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that the windows of one model, size and segment add to each gauge. */
final class GaugeRows {

  private final Map<DriftGauge, List<Row<?>>> rows = new EnumMap<>(DriftGauge.class);
  private final Tags common;
  private int size;

  /**
   * @param common tags of all rows
   */
  GaugeRows(Tags common) {
    this.common = common;
  }

  /** Adds a row with further tags, given as names and values in turn; none without a value. */
  void add(DriftGauge gauge, @Nullable Number value, String... tags) {
    if (value != null && !Double.isNaN(value.doubleValue())) {
      rows.computeIfAbsent(gauge, g -> new ArrayList<>()).add(Row.of(common.and(tags), value));
      size++;
    }
  }

  List<Row<?>> of(DriftGauge gauge) {
    return rows.getOrDefault(gauge, List.of());
  }

  /** Number of rows. */
  int size() {
    return size;
  }
}
