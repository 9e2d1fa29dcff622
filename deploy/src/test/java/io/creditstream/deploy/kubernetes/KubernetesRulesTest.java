package io.creditstream.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.creditstream.deploy.Generated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules and dashboards of the Prometheus Operator beside those of the repository. */
class KubernetesRulesTest {

  private static final Installation PRODUCTION = Installation.of("production");
  private static final Path GRAFANA = Path.of("../grafana");
  private static final List<Path> RULES =
      List.of(
          GRAFANA.resolve("prometheus/rules/recording.yml"),
          GRAFANA.resolve("prometheus/rules/alerts.yml"));

  @Test
  void shouldBeTheRulesOfTheRepository() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # Written from grafana/prometheus/rules; see README.md.
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata:
              name: creditstream
            spec:
              groups:
            """);
    for (Path file : RULES) {
      String rules = Kustomization.read(file);
      rules
          .substring(rules.indexOf("groups:\n") + "groups:\n".length())
          .lines()
          .forEach(line -> text.append(line.isEmpty() ? "" : "  " + line).append('\n'));
    }

    Generated.requireCurrent(
        Installation.ROOT.resolve("components/monitoring/rules.yaml"), text.toString());
  }

  @Test
  void shouldMeanWhatTheRulesOfTheRepositoryMean() {
    List<JsonNode> groups = new ArrayList<>();
    RULES.forEach(file -> Yaml.document(file).path("groups").forEach(groups::add));

    assertThat(PRODUCTION.get("PrometheusRule/creditstream").at("/spec/groups"))
        .containsExactlyElementsOf(groups);
  }

  @Test
  void shouldBeFoundByThePrometheusOfTheUsualChart() {
    Manifest monitor = PRODUCTION.get("ServiceMonitor/creditstream");

    assertThat(monitor.labels()).containsKey("release");
    assertThat(PRODUCTION.get("PrometheusRule/creditstream").labels()).isEqualTo(monitor.labels());
  }

  @Test
  void shouldScrapeUnderTheNamesThatRulesAndDashboardsAskFor() {
    Manifest monitor = PRODUCTION.get("ServiceMonitor/creditstream");
    String label = monitor.at("/spec/jobLabel").asText();
    Set<String> jobs =
        PRODUCTION
            .all("Service")
            .filter(service -> service.labels().containsKey("creditstream.io/scrape"))
            .map(service -> service.labels().get(label))
            .collect(Collectors.toSet());

    assertThat(jobs).containsExactlyInAnyOrder("scorer", "drift-monitor", "advisor");
    assertThat(jobs).containsAll(askedFor());
  }

  @Test
  void shouldHoldEveryDashboard() {
    Set<String> files = new TreeSet<>();
    PRODUCTION
        .all("ConfigMap")
        .filter(map -> map.labels().containsKey("grafana_dashboard"))
        .forEach(map -> files.addAll(Manifest.texts(map.at("/data")).keySet()));

    assertThat(GRAFANA.resolve("dashboards").toFile().list())
        .containsExactlyInAnyOrderElementsOf(files);
  }

  private static Set<String> askedFor() {
    Matcher matcher =
        Pattern.compile("job=~?\"([^\"]+)\"").matcher(Kustomization.read(RULES.get(1)));
    Set<String> jobs = new TreeSet<>();
    while (matcher.find()) {
      jobs.addAll(List.of(matcher.group(1).split("\\|")));
    }
    return jobs;
  }
}
