package io.creditstream.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.segment.PopulationParts;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two monitors that share the partitions report what one alone does. */
class TwoMonitorsIT {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int DECISIONS = 700;

  @TempDir private Path directory;

  @Test
  void shouldGiveTheSameReportsAsOne() {
    Population population = new Population(1, 3_000, 1);
    try (TestCluster cluster = new TestCluster(directory, population)) {
      DriftMonitorConfig config = config(cluster, "alone", "alone");
      TopicAdmin.ensure(
          config.kafka(),
          DriftMonitorApplication.topics(),
          DriftMonitorApplication.inputs(),
          config.service().topics());
      cluster.publishModel();
      fill(cluster, new DecisionFactory(population, cluster.modelSha256()));
      List<DriftReport> alone;
      try (DriftMonitorApplication one = DriftMonitorApplication.start(config)) {
        await().atMost(PATIENCE).until(one::caughtUp);
        alone = cluster.reports();
      }
      try (DriftMonitorApplication first =
              DriftMonitorApplication.start(config(cluster, "both", "first"));
          DriftMonitorApplication second =
              DriftMonitorApplication.start(config(cluster, "both", "second"))) {
        await().atMost(PATIENCE).until(() -> first.caughtUp() || second.caughtUp());
        List<DriftReport> all = cluster.reports();
        List<DriftReport> both = all.subList(alone.size(), all.size());

        assertThat(last(alone)).hasSizeGreaterThan(6);
        assertThat(last(both)).isEqualTo(last(alone));
      }
    }
  }

  private DriftMonitorConfig config(TestCluster cluster, String group, String state) {
    KafkaSettings kafka = cluster.settings(directory.resolve(state));
    return DriftMonitorConfig.defaults(
            KafkaSettings.of(
                kafka.bootstrapServers(), kafka.registryUrl(), group, kafka.stateDirectory()),
            0)
        .withTopics(new TopicSettings(2, (short) 1))
        .withFlushInterval(Duration.ofMillis(200))
        .withPopulation(PopulationParts.parse("NAME_CONTRACT_TYPE", "gender", 20))
        .withWindows(
            new WindowSettings(
                List.of(Duration.ofMinutes(5), Duration.ofMinutes(15)),
                Duration.ZERO,
                Duration.ofSeconds(2)));
  }

  /** Three windows on two partitions: applications, decisions, and outcomes of some. */
  private static void fill(TestCluster cluster, DecisionFactory factory) {
    for (int partition = 0; partition < 2; partition++) {
      List<LoanApplication> applications = new ArrayList<>();
      List<LoanDecision> decisions = new ArrayList<>();
      List<LoanOutcome> outcomes = new ArrayList<>();
      for (int i = 0; i < DECISIONS; i++) {
        LoanDecision decision = factory.at(START.plus(Duration.ofSeconds(i + partition)));
        decision.setOutcome(i % 5 == 0 ? DecisionOutcome.DECLINED : DecisionOutcome.APPROVED);
        decisions.add(decision);
        applications.add(application(decision, i));
        if (i % 3 == 1 && i % 5 != 0) {
          outcomes.add(outcome(decision, i % 2 == 0));
        }
      }
      cluster.write(Topics.APPLICATIONS, partition, applications);
      cluster.write(Topics.DECISIONS, partition, decisions);
      cluster.write(Topics.OUTCOMES, partition, outcomes);
    }
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
        START.plus(Duration.ofMinutes(14)),
        defaulted ? RepaymentResult.DEFAULTED : RepaymentResult.REPAID);
  }

  /** The last report of each window, without what depends on when it was made. */
  private static Map<String, DriftReport> last(List<DriftReport> reports) {
    Map<String, DriftReport> last = new TreeMap<>();
    for (DriftReport report : reports) {
      report.setClosedAt(Instant.EPOCH);
      report.setClosedBy(WindowClosure.IDLE);
      last.put(
          report.getWindowEnd() + " " + report.getWindowStart() + " " + report.getSegment(),
          report);
    }
    return last;
  }
}
