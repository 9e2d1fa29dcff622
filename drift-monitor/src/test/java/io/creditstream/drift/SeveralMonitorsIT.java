package io.creditstream.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditstream.cluster.EmbeddedCluster;
import io.creditstream.cluster.process.MortalBrokers;
import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.segment.PopulationParts;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.ModelPerformance;
import io.creditstream.schemas.RepaymentResult;
import io.creditstream.schemas.WindowClosure;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicAdmin;
import io.creditstream.service.kafka.TopicSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three monitors that share the partitions, are restarted one after the other and lose one of them
 * report what one alone does.
 */
class SeveralMonitorsIT {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration SMALLEST = Duration.ofMinutes(5);
  private static final int PARTITIONS = 3;

  /**
   * Of a partition, one a second. So few that no window is compared with how its model began, and
   * that they end within the second window.
   */
  private static final int DECISIONS = 598;

  /** After the first window: what comes later is late for none, however long it stays away. */
  private static final int FIRST_PART = 310;

  private static final int ROUNDS_OF_RESTARTS = 3;

  /** Decisions of a partition that are made while a monitor is away. */
  private static final int MEANWHILE = 10;

  private static final long OUTCOMES =
      PARTITIONS * IntStream.range(0, DECISIONS).filter(SeveralMonitorsIT::hasOutcome).count();

  @TempDir private Path directory;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void shouldGiveTheSameReportsAsOneThoughEachIsRestartedOneLeavesAndABrokerDies() {
    Population population = new Population(1, 3_000, 1);
    try (EmbeddedCluster brokers = MortalBrokers.start(directory.resolve("brokers"));
        TestCluster cluster = TestCluster.on(brokers, directory, population)) {
      DecisionFactory factory = new DecisionFactory(population, cluster.modelSha256());
      createTopics(config(cluster, "three", "first"));
      cluster.publishModel();
      fill(cluster, factory, 0, FIRST_PART);

      Map<String, DriftReport> ofThree;
      try (MonitorGroup three = new MonitorGroup(name -> config(cluster, "three", name))) {
        List.of("first", "second", "third").forEach(three::start);
        three.awaitWorkForEach();
        int made = FIRST_PART;
        for (int round = 0; round < ROUNDS_OF_RESTARTS; round++) {
          for (String name : three.names()) {
            three.stop(name);
            fill(cluster, factory, made, made + MEANWHILE);
            made += MEANWHILE;
            three.start(name);
            three.awaitWorkForEach();
          }
        }
        three.stop(three.merging());
        brokers.stopBroker(1);
        fill(cluster, factory, made, DECISIONS);
        ofThree = awaitReports(cluster, 0, three);
      }
      brokers.startBroker(1);
      int earlier = cluster.reports().size();
      try (MonitorGroup alone = new MonitorGroup(name -> config(cluster, "alone", name))) {
        alone.start("alone");
        Map<String, DriftReport> ofOne = awaitReports(cluster, earlier, alone);

        assertThat(ofOne).hasSizeGreaterThan(6);
        assertThat(ofThree).isEqualTo(ofOne);
      }
    }
  }

  private DriftMonitorConfig config(TestCluster cluster, String group, String name) {
    return DriftMonitorConfig.defaults(
            member(cluster.settings(group, directory.resolve(name)), name), 0)
        .withTopics(new TopicSettings(PARTITIONS, (short) 3))
        .withFlushInterval(Duration.ofMillis(200))
        .withPopulation(PopulationParts.parse("NAME_CONTRACT_TYPE", "gender", 20))
        .withWindows(
            new WindowSettings(
                List.of(SMALLEST, Duration.ofMinutes(15)), Duration.ZERO, Duration.ofSeconds(2)));
  }

  /** With a name of its own, and soon missed: who has a name says no farewell. */
  private static KafkaSettings member(KafkaSettings kafka, String name) {
    return new KafkaSettings(
        kafka.bootstrapServers(),
        kafka.registryUrl(),
        kafka.applicationId(),
        kafka.stateDirectory(),
        name,
        Map.of("session.timeout.ms", "6000"));
  }

  private static void createTopics(DriftMonitorConfig config) {
    TopicAdmin.ensure(
        config.kafka(),
        DriftMonitorApplication.topics(),
        DriftMonitorApplication.inputs(),
        config.service().topics());
  }

  /** Waits until everything was counted and reported; gives the last report of each window. */
  private static Map<String, DriftReport> awaitReports(
      TestCluster cluster, int earlier, MonitorGroup monitors) {
    return await("reports")
        .atMost(PATIENCE)
        .until(
            () -> monitors.caughtUp() ? last(cluster.reports(), earlier) : Map.of(),
            reports -> outcomes(reports.values()) == OUTCOMES);
  }

  /** Outcomes that the smallest windows of everybody hold. */
  private static long outcomes(Collection<DriftReport> reports) {
    return reports.stream()
        .filter(report -> report.getSegment().equals(ModelWindow.EVERYBODY))
        .filter(report -> report.getWindowStart().plus(SMALLEST).equals(report.getWindowEnd()))
        .flatMap(report -> report.getPerformance().stream())
        .filter(performance -> !performance.getEstimated())
        .mapToLong(ModelPerformance::getSamples)
        .sum();
  }

  /** Applications, decisions, and outcomes of some, on each partition. */
  private static void fill(TestCluster cluster, DecisionFactory factory, int from, int to) {
    for (int partition = 0; partition < PARTITIONS; partition++) {
      List<LoanApplication> applications = new ArrayList<>();
      List<LoanDecision> decisions = new ArrayList<>();
      List<LoanOutcome> outcomes = new ArrayList<>();
      for (int i = from; i < to; i++) {
        LoanDecision decision = factory.at(START.plus(Duration.ofSeconds(i + partition)));
        decision.setOutcome(isDeclined(i) ? DecisionOutcome.DECLINED : DecisionOutcome.APPROVED);
        decisions.add(decision);
        applications.add(application(decision, i));
        if (hasOutcome(i)) {
          outcomes.add(outcome(decision, i % 2 == 0));
        }
      }
      cluster.write(Topics.APPLICATIONS, partition, applications);
      cluster.write(Topics.DECISIONS, partition, decisions);
      cluster.write(Topics.OUTCOMES, partition, outcomes);
    }
  }

  private static boolean isDeclined(int i) {
    return i % 5 == 0;
  }

  private static boolean hasOutcome(int i) {
    return i % 3 == 1 && !isDeclined(i);
  }

  private static LoanApplication application(LoanDecision decision, int i) {
    return LoanApplication.newBuilder()
        .setApplicationId(decision.getApplicationId())
        .setClientId(decision.getClientId())
        .setSubmittedAt(decision.getSubmittedAt())
        .setNameContractType(i % 4 == 0 ? "Revolving loans" : "Cash loans")
        .setCodeGender(i % 3 == 0 ? "M" : "F")
        .setDaysBirth(-13_000)
        .setAmtIncomeTotal(100_000)
        .setAmtCredit(500_000)
        .build();
  }

  /** Known after all decisions, so that its window does not depend on what was read before. */
  private static LoanOutcome outcome(LoanDecision decision, boolean defaulted) {
    return new LoanOutcome(
        decision.getApplicationId(),
        decision.getClientId(),
        START.plusSeconds(599),
        defaulted ? RepaymentResult.DEFAULTED : RepaymentResult.REPAID);
  }

  /** The last report of each window, without what depends on when it was made. */
  private static Map<String, DriftReport> last(List<DriftReport> reports, int earlier) {
    Map<String, DriftReport> last = new TreeMap<>();
    for (DriftReport report : reports.subList(earlier, reports.size())) {
      report.setClosedAt(Instant.EPOCH);
      report.setClosedBy(WindowClosure.IDLE);
      last.put(
          report.getWindowEnd() + " " + report.getWindowStart() + " " + report.getSegment(),
          report);
    }
    return last;
  }
}
