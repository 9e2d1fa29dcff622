package io.creditstream.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules as promtool and amtool judge them. */
class RulesTest {

  private static final Path ALERTS = Path.of("prometheus/rules/alerts.yml");
  private static final Path RUNBOOK = Path.of("../docs/runbook.md");

  @Test
  void shouldLoadIntoPrometheus() throws Exception {
    Tools.require("promtool", "prometheus");

    Tools.Run run = Tools.run("promtool", "check", "config", "prometheus/prometheus.yml");

    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  @Test
  void shouldAlertWhenAndOnlyWhenTheyAreMeantTo() throws Exception {
    Tools.require("promtool", "prometheus");

    Tools.Run run = Tools.run("promtool", "test", "rules", "prometheus/tests/alerts_test.yml");

    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  @Test
  void shouldRouteAlertsThroughAnAlertmanager() throws Exception {
    Tools.require("amtool", "prometheus-alertmanager");

    Tools.Run page = route("severity=page");
    Tools.Run ticket = route("severity=ticket");

    assertThat(page.output()).contains("on-call");
    assertThat(ticket.output()).contains("tickets");
  }

  @Test
  void shouldTestEveryAlertAndExplainItInTheRunbook() throws IOException {
    Set<String> alerts = find(ALERTS, "- alert: (\\w+)");
    Set<String> headings = new TreeSet<>();
    for (String heading : find(RUNBOOK, "\n## ([^\n]+)")) {
      headings.add(heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 ]", "").replace(' ', '-'));
    }

    assertThat(alerts).hasSizeGreaterThan(10);
    assertThat(find(Path.of("prometheus/tests/alerts_test.yml"), "alertname: (\\w+)"))
        .as("alerts with a test")
        .containsExactlyElementsOf(alerts);
    assertThat(headings).containsAll(find(ALERTS, "docs/runbook.md#([a-z0-9-]+)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"prometheus/prometheus.yml", "../deploy/compose/prometheus.yml"})
  void shouldScrapeEveryApplicationThatIsWatchedForBeingDown(String configuration)
      throws IOException {
    Set<String> watched =
        find(ALERTS, "up\\{job=~\"([^\"]+)\"").stream()
            .flatMap(jobs -> Stream.of(jobs.split("\\|")))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(watched).hasSize(3);
    assertThat(find(ALERTS, "absent\\(up\\{job=\"([^\"]+)\""))
        .as("watched for being gone")
        .containsExactlyElementsOf(watched);
    assertThat(find(Path.of(configuration), "job_name: ([a-z-]+)"))
        .containsExactlyElementsOf(watched);
  }

  private static Tools.Run route(String label) throws IOException, InterruptedException {
    return Tools.run(
        "amtool", "config", "routes", "test", "--config.file=alertmanager/alertmanager.yml", label);
  }

  private static Set<String> find(Path file, String pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
