package io.creditstream.scorer.metrics;

import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.service.deadletter.DeadLetterReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Info;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds the names and tags of the metrics of the scorer. */
public final class MicrometerScoringMetrics implements ScoringMetrics {

  private static final Duration[] SCORING_BUCKETS = millis(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 100);
  private static final Duration[] END_TO_END_BUCKETS =
      millis(5, 10, 25, 50, 100, 150, 250, 500, 1_000, 2_500, 10_000, 60_000);

  private final PrometheusMeterRegistry registry;
  private final Timer scoring;
  private final Timer endToEnd;
  private final DecisionCounters decisions;
  private final DecisionCounters challengerDecisions;
  private final Counter duplicates;
  private final Counter challengerSkips;
  private final Counter historyDeadlines;
  private final Counter forgotten;
  private final AtomicInteger waiting = new AtomicInteger();
  private final Info models;
  private final Map<String, String[]> modelByRole = new TreeMap<>();

  public MicrometerScoringMetrics(PrometheusMeterRegistry registry) {
    this.registry = registry;
    this.scoring =
        timer(
            "creditstream.scoring",
            "Time from a sound application to its decision, its history read in between",
            SCORING_BUCKETS);
    this.endToEnd =
        timer(
            "creditstream.end.to.end",
            "Time from the publication of an application to its decision, without the commit",
            END_TO_END_BUCKETS);
    this.decisions = new DecisionCounters(registry, "creditstream.decisions");
    this.challengerDecisions = new DecisionCounters(registry, "creditstream.challenger.decisions");
    this.duplicates =
        Counter.builder("creditstream.duplicates")
            .description("Applications that came again with the same content")
            .register(registry);
    this.challengerSkips =
        Counter.builder("creditstream.challenger.skipped")
            .description("Applications that the challenger did not see while it was paused")
            .register(registry);
    this.historyDeadlines =
        Counter.builder("creditstream.history.deadlines")
            .description("Applications decided without a required source, their deadline passed")
            .register(registry);
    this.forgotten =
        Counter.builder("creditstream.decisions.forgotten")
            .description("Decisions that are no longer remembered to tell repeats")
            .register(registry);
    Gauge.builder("creditstream.applications.waiting", waiting, AtomicInteger::get)
        .description("Applications that wait for history")
        .register(registry);
    // Micrometer cannot name a metric "_info": the client library below it can.
    this.models =
        Info.builder()
            .name("creditstream_model_info")
            .help("The model in each role")
            .labelNames("role", "version", "sha256")
            .register(registry.getPrometheusRegistry());
  }

  @Override
  public void decided(
      DecisionOutcome outcome, String model, Duration scoringTime, Duration endToEndTime) {
    decisions.increment(outcome, model);
    scoring.record(scoringTime);
    endToEnd.record(endToEndTime);
  }

  @Override
  public void deadLetter(String topic, DeadLetterReason reason) {
    registry
        .counter("creditstream.dead.letters", "topic", topic, "reason", reason.code())
        .increment();
  }

  @Override
  public void duplicate() {
    duplicates.increment();
  }

  @Override
  public void tombstone(String topic) {
    registry.counter("creditstream.tombstones", "topic", topic).increment();
  }

  @Override
  public synchronized void modelActive(String role, String version, String sha256) {
    String[] before = modelByRole.put(role, new String[] {role, version, sha256});
    if (before != null) {
      models.remove(before);
    }
    models.addLabelValues(role, version, sha256);
  }

  @Override
  public void modelRefused(String role) {
    registry.counter("creditstream.models.refused", "role", role).increment();
  }

  @Override
  public synchronized void modelWithdrawn(String role) {
    String[] before = modelByRole.remove(role);
    if (before != null) {
      models.remove(before);
    }
  }

  @Override
  public void challengerDecided(DecisionOutcome outcome, String model) {
    challengerDecisions.increment(outcome, model);
  }

  @Override
  public void challengerFailed(String reason) {
    registry.counter("creditstream.challenger.failures", "reason", reason).increment();
  }

  @Override
  public void waiting(int change) {
    waiting.addAndGet(change);
  }

  @Override
  public void forgotten(int decisions) {
    forgotten.increment(decisions);
  }

  @Override
  public void unseenCategory(String feature) {
    registry.counter("creditstream.unseen.categories", "feature", feature).increment();
  }

  @Override
  public void rescored(RescoreResult result) {
    registry.counter("creditstream.rescore.requests", "result", result.code()).increment();
  }

  @Override
  public void historyRanOut() {
    historyDeadlines.increment();
  }

  @Override
  public void challengerSkipped() {
    challengerSkips.increment();
  }

  private Timer timer(String name, String description, Duration... buckets) {
    return Timer.builder(name)
        .description(description)
        .serviceLevelObjectives(buckets)
        .register(registry);
  }

  private static Duration[] millis(double... bounds) {
    Duration[] durations = new Duration[bounds.length];
    for (int i = 0; i < bounds.length; i++) {
      durations[i] = Duration.ofNanos(Math.round(bounds[i] * 1e6));
    }
    return durations;
  }
}
