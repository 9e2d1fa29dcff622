package io.creditstream.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus scrapes the running system: every panel of every dashboard has something to
 * show.
 */
class DashboardsIT {

  private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+), (\\w+)\\)");
  private static final Duration LONG = Duration.ofMinutes(4);

  /** What a user would choose; otherwise the first value is taken. */
  private static final Map<String, String> CHOICES =
      Map.of("window", "5m", "segment", "all", "feature", "EXT_SOURCE_2");

  /** What alerts ask for that no panel shows, and that is there before anything goes wrong. */
  private static final List<String> FROM_THE_START =
      List.of(
          "process_start_time_seconds",
          "creditstream_drift_window_end_seconds",
          "creditstream_drift_unreported_total",
          "model:creditstream_champion:max15m");

  @TempDir Path directory;

  @Test
  void shouldShowDataInEveryPanelAndAlertOnTheShift() throws Exception {
    Tools.require("prometheus", "prometheus");
    try (Creditstream creditstream = Creditstream.start(directory);
        Prometheus prometheus =
            Prometheus.start(
                directory,
                creditstream.address("Scorer"),
                creditstream.address("Drift report"),
                creditstream.address("Advisor"))) {
      for (Path file : Tools.files("dashboards", ".json")) {
        everyPanelHasData(Dashboard.read(file), prometheus);
      }
      everyRuleIsSound(prometheus);
      await()
          .atMost(LONG)
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  assertThat(alerts(prometheus))
                      .as("raised by the shifted population")
                      .contains("CreditstreamDrift")
                      .doesNotContain(
                          "CreditstreamDown", "CreditstreamGone", "CreditstreamNoChampion"));
      assertThat(prometheus.query("up == 1")).as("applications that answer").hasSize(3);
      for (String metric : FROM_THE_START) {
        assertThat(prometheus.query(metric)).as(metric).isNotEmpty();
      }
    }
  }

  private static void everyPanelHasData(Dashboard dashboard, Prometheus prometheus) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofSeconds(2))
        .ignoreException(IOException.class)
        .untilAsserted(
            () -> {
              Map<String, String> values = values(dashboard, prometheus);
              assertThat(dashboard.queries()).hasSizeGreaterThan(8);
              for (Dashboard.Query query : dashboard.queries()) {
                String expression = substitute(query.expression(), values);
                assertThat(prometheus.query(expression))
                    .as("%s: %s", query.panel(), expression)
                    .isNotEmpty();
              }
            });
  }

  private static Map<String, String> values(Dashboard dashboard, Prometheus prometheus)
      throws IOException, InterruptedException {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("__rate_interval", "1m");
    for (Dashboard.Variable variable : dashboard.variables()) {
      Matcher query = LABEL_VALUES.matcher(substitute(variable.query(), values));
      assertThat(query.matches()).as(variable.query()).isTrue();
      TreeSet<String> found = new TreeSet<>();
      for (JsonNode value : prometheus.labelValues(query.group(2), query.group(1))) {
        found.add(value.asText());
      }
      assertThat(found).as("values of %s", variable.name()).isNotEmpty();
      String choice = CHOICES.getOrDefault(variable.name(), found.first());
      assertThat(found).as("values of %s", variable.name()).contains(choice);
      values.put(variable.name(), choice);
    }
    return values;
  }

  private static String substitute(String expression, Map<String, String> values) {
    String substituted = expression;
    for (Map.Entry<String, String> value : values.entrySet()) {
      substituted = substituted.replace("$" + value.getKey(), value.getValue());
    }
    assertThat(substituted).as("all variables are known").doesNotContain("$");
    return substituted;
  }

  private static void everyRuleIsSound(Prometheus prometheus)
      throws IOException, InterruptedException {
    assertThat(prometheus.rules()).hasSizeGreaterThan(3);
    for (JsonNode group : prometheus.rules()) {
      for (JsonNode rule : group.get("rules")) {
        assertThat(rule.get("health").asText())
            .as("%s: %s", rule.get("name").asText(), rule.path("lastError").asText())
            .isEqualTo("ok");
      }
    }
  }

  /** Names of the alerts that wait or fire. */
  private static TreeSet<String> alerts(Prometheus prometheus)
      throws IOException, InterruptedException {
    TreeSet<String> alerts = new TreeSet<>();
    for (JsonNode series : prometheus.query("ALERTS")) {
      alerts.add(series.get("metric").get("alertname").asText());
    }
    return alerts;
  }
}
