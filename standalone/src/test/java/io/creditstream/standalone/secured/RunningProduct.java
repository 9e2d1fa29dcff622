package io.creditstream.standalone.secured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.advisor.AdvisorApplication;
import io.creditstream.advisor.AdvisorSettings;
import io.creditstream.drift.DriftMonitorApplication;
import io.creditstream.drift.DriftMonitorSettings;
import io.creditstream.scorer.ScorerApplication;
import io.creditstream.scorer.ScorerSettings;
import io.creditstream.service.acl.KafkaRoles;
import io.creditstream.service.process.Application;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Scorer, drift monitor and advisor, each under its own role, and what they tell by HTTP. */
final class RunningProduct implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String ELSEWHERE = "scorer-elsewhere";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RoleFiles files;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AdvisorApplication advisor;
  private ScorerApplication scorer;
  private DriftMonitorApplication monitor;

  RunningProduct(RoleFiles files) {
    this.files = files;
    this.scorer = startScorer("scorer");
    this.monitor = startMonitor("monitor");
    this.advisor = startAdvisor();
  }

  private ScorerApplication startScorer(String state) {
    return ready(
        ScorerApplication.start(
            ScorerSettings.read(
                files.configuration(KafkaRoles.SCORER, state, ScorerSettings.all()))));
  }

  private DriftMonitorApplication startMonitor(String state) {
    return ready(
        DriftMonitorApplication.start(
            DriftMonitorSettings.read(
                files.configuration(
                    KafkaRoles.DRIFT_MONITOR,
                    state,
                    DriftMonitorSettings.all(),
                    "--idle-timeout=PT1S",
                    "--kafka=repartition.purge.interval.ms=500"))));
  }

  private AdvisorApplication startAdvisor() {
    return ready(
        AdvisorApplication.start(
            AdvisorSettings.read(
                files.configuration(
                    KafkaRoles.ADVISOR,
                    "advisor",
                    AdvisorSettings.all(),
                    "--scorer-url=" + scorer.uri(),
                    "--drift-monitor-url=" + monitor.uri()))));
  }

  private static <A extends Application> A ready(A application) {
    Awaitility.await("readiness of " + application.getClass().getSimpleName())
        .atMost(PATIENCE)
        .until(() -> application.health().whyNotReady(), Map::isEmpty);
    return application;
  }

  /** Scorer and monitor begin anew without their state, and restore it. */
  void restartElsewhere() {
    scorer.close();
    scorer = startScorer(ELSEWHERE);
    monitor.close();
    monitor = startMonitor("monitor-elsewhere");
  }

  /** The scorer begins anew with the state that it has. */
  void restartScorer() {
    scorer.close();
    scorer = startScorer(ELSEWHERE);
  }

  ScorerApplication scorer() {
    return scorer;
  }

  DriftMonitorApplication monitor() {
    return monitor;
  }

  /** Decisions in the advisor. */
  int shown() throws IOException, InterruptedException {
    return json(advisor.uri().resolve("/api/decisions")).path("total").asInt();
  }

  /** What the scorer knows of an application. */
  JsonNode recorded(String applicationId) throws IOException, InterruptedException {
    return json(scorer.uri().resolve("/v1/applications/" + applicationId));
  }

  /** Which models the scorer has, and which ones it refused. */
  JsonNode models() throws IOException, InterruptedException {
    return json(scorer.uri().resolve("/v1/model"));
  }

  /** What the monitor has measured. */
  JsonNode drift() throws IOException, InterruptedException {
    return json(monitor.uri().resolve("/v1/drift"));
  }

  /** What all three export. */
  String metrics() throws IOException, InterruptedException {
    StringBuilder all = new StringBuilder();
    for (URI uri : List.of(scorer.uri(), monitor.uri(), advisor.uri())) {
      all.append(text(uri.resolve("/metrics")));
    }
    return all.toString();
  }

  /** Posts JSON to the scorer. */
  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(scorer.uri().resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode json(URI uri) throws IOException, InterruptedException {
    return JSON.readTree(text(uri));
  }

  private String text(URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    advisor.close();
    monitor.close();
    scorer.close();
  }
}
