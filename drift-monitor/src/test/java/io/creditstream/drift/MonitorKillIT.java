package io.creditstream.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditstream.drift.measurement.Population;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.LoanDecision;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MonitorKillIT {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int LIVES = 2;
  private static final int ROUNDS = 20;
  private static final int BATCH = 200;

  @TempDir private Path directory;

  /** Twice a monitor is killed while it counts; each decision is counted once all the same. */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void shouldCountEveryDecisionOnceThoughItIsKilledInTheMiddle() throws Exception {
    Population population = new Population(1, 1_000, 1);
    try (TestCluster cluster = new TestCluster(directory, population)) {
      DecisionFactory decisions = new DecisionFactory(population, cluster.modelSha256());
      for (int life = 0; life < LIVES; life++) {
        try (MonitorProcess monitor =
            MonitorProcess.start(cluster.settings(state("state")), "monitor")) {
          if (life == 0) {
            cluster.publishModel();
          }
          awaitMoving(life == 0 ? 0 : life * ROUNDS * BATCH, monitor);
          for (int round = 0; round < ROUNDS; round++) {
            cluster.decide(round % 2, batch(decisions, life * ROUNDS + round));
          }
          awaitMoving(life * ROUNDS * BATCH + 1, monitor);
          monitor.kill();
        }
      }

      try (MonitorProcess monitor =
          MonitorProcess.start(cluster.settings(state("state")), "monitor")) {
        awaitMoving(LIVES * ROUNDS * BATCH, monitor);
        requireCounted(cluster, LIVES * ROUNDS * BATCH);
      }
    }
  }

  /** The other takes the partitions over, with what was counted of them. */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void shouldCountEveryDecisionOnceThoughOneOfTwoIsKilled() throws Exception {
    Population population = new Population(1, 1_000, 1);
    try (TestCluster cluster = new TestCluster(directory, population);
        MonitorProcess first = MonitorProcess.start(cluster.settings(state("first")), "first");
        MonitorProcess second = MonitorProcess.start(cluster.settings(state("second")), "second")) {
      DecisionFactory decisions = new DecisionFactory(population, cluster.modelSha256());
      cluster.publishModel();
      await().atMost(PATIENCE).until(() -> first.ready() && second.ready());
      for (int round = 0; round < ROUNDS; round++) {
        cluster.decide(round % 2, batch(decisions, round));
      }
      awaitMoving(1, first, second);
      first.kill();
      for (int round = ROUNDS; round < 2 * ROUNDS; round++) {
        cluster.decide(round % 2, batch(decisions, round));
      }

      requireCounted(cluster, 2 * ROUNDS * BATCH);
    }
  }

  private static void requireCounted(TestCluster cluster, long expected) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> counted(cluster.reports()) >= expected);
    assertThat(counted(cluster.reports())).isEqualTo(expected);
  }

  private Path state(String name) {
    return directory.resolve(name);
  }

  /** Batches advance event time by a minute, so that windows close all the while. */
  private static List<LoanDecision> batch(DecisionFactory decisions, int number) {
    List<LoanDecision> batch = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      batch.add(decisions.at(START.plus(Duration.ofMinutes(number)).plusMillis(i)));
    }
    return batch;
  }

  /** Waits until the partitions have come this far in all, by what one of some monitors knows. */
  private static void awaitMoving(long offsets, MonitorProcess... monitors) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                Stream.of(monitors)
                    .anyMatch(monitor -> monitor.ready() && monitor.sumOfOffsets() >= offsets));
  }

  /** Decisions in the last report of every window, and those that were late. */
  private static long counted(List<DriftReport> reports) {
    Map<Instant, Long> samples = new TreeMap<>();
    List<DriftReport> smallest = reports.stream().filter(MonitorKillIT::isSmallest).toList();
    smallest.forEach(report -> samples.put(report.getWindowStart(), report.getSamples()));
    return samples.values().stream().mapToLong(Long::longValue).sum()
        + smallest.stream().mapToLong(DriftReport::getLate).sum();
  }

  private static boolean isSmallest(DriftReport report) {
    return report.getWindowStart().plus(Duration.ofMinutes(5)).equals(report.getWindowEnd());
  }
}
