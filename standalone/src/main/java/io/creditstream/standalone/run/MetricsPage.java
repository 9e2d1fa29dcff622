package io.creditstream.standalone.run;

import java.net.URI;

/** The metrics of a service as it shows them to Prometheus. */
record MetricsPage(String text) {

  static MetricsPage of(URI service) {
    return new MetricsPage(Pages.read(service.resolve("/metrics")));
  }

  /** The sum of a metric over its labels; 0 if it is not there. */
  double sum(String metric) {
    return text.lines()
        .filter(line -> line.startsWith(metric + " ") || line.startsWith(metric + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
