package io.creditstream.drift.metrics;

import io.micrometer.core.instrument.MultiGauge.Row;
import java.util.ArrayList;
import java.util.List;

/** The rows that one model adds to each gauge. */
record GaugeRows(
    List<Row<?>> psi,
    List<Row<?>> ks,
    List<Row<?>> missingRate,
    List<Row<?>> unseenRate,
    List<Row<?>> status,
    List<Row<?>> samples,
    List<Row<?>> threshold) {

  GaugeRows() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }
}
