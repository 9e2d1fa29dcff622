package io.creditstream.drift.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.drift.DecisionFactory;
import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.metrics.MicrometerDriftMetrics;
import io.creditstream.drift.segment.PopulationParts;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.view.DriftBoard;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.GroupApproval;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.ModelPerformance;
import io.creditstream.schemas.RepaymentResult;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is joined by application: groups and segments, challengers, outcomes. */
class JoinedTopologyTest {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private static final String MODEL = "c0ffee".repeat(10) + "abcd";
  private static final String CHALLENGER = "d".repeat(64);

  private final Population population = new Population(1, 2_000, 1);
  private final DecisionFactory decisions = new DecisionFactory(population, MODEL);
  private final SchemaRegistryClient registry = new InMemorySchemaRegistryClient();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final WindowSettings windows =
      new WindowSettings(Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofSeconds(30));

  @TempDir private Path directory;
  private TopologyTestDriver driver;
  private TestOutputTopic<byte[], DriftReport> reports;

  @BeforeEach
  void start() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "drift-test");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    driver =
        new TopologyTestDriver(
            DriftTopology.build(parts()), properties, START.plus(Duration.ofHours(2)));
    reports =
        driver.createOutputTopic(
            Topics.DRIFT_REPORTS.name(),
            new ByteArrayDeserializer(),
            new AvroSerde<>(DriftReport.class, registry).deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  private DriftParts parts() {
    return new OneModel(MODEL, population, registry)
        .parts(
            PopulationParts.parse("NAME_CONTRACT_TYPE", "gender, age", 1),
            windows,
            200,
            new DriftBoard(Duration.ofMinutes(5)),
            new MicrometerDriftMetrics(meters, DriftThresholds.standard(), 10_000));
  }

  @Test
  void shouldCompareApprovalByGenderAndAge() {
    for (int i = 0; i < 500; i++) {
      LoanDecision decision = decisions.at(START.plusMillis(i));
      boolean woman = i % 2 == 0;
      decision.setOutcome(
          woman || i % 4 == 1 ? DecisionOutcome.APPROVED : DecisionOutcome.DECLINED);
      send(Topics.APPLICATIONS, application(decision, woman ? "F" : "M", "Cash loans"));
      send(Topics.DECISIONS, decision);
    }

    DriftReport report =
        silence().stream()
            .filter(found -> found.getSegment().equals("all"))
            .findFirst()
            .orElseThrow();

    assertThat(report.getGroups())
        .containsExactly(
            new GroupApproval("age", "30 to 39", 500L, 0.75, 1.0),
            new GroupApproval("gender", "F", 250L, 1.0, 1.0),
            new GroupApproval("gender", "M", 250L, 0.5, 0.5));
    assertThat(report.getDecisions().getApproved()).isEqualTo(375);
    assertThat(report.getDecisions().getDeclined()).isEqualTo(125);
    assertThat(unmatched(Topics.DECISIONS)).isZero();
  }

  @Test
  void shouldWatchSegmentsByThemselvesUpToTheNumberAskedFor() {
    for (int i = 0; i < 100; i++) {
      LoanDecision decision = decisions.at(START.plusMillis(i));
      send(
          Topics.APPLICATIONS,
          application(decision, "F", i % 4 == 0 ? "Revolving loans" : "Cash loans"));
      send(Topics.DECISIONS, decision);
    }

    List<DriftReport> all = silence();

    assertThat(all)
        .extracting(DriftReport::getSegment)
        .containsExactlyInAnyOrder("all", "NAME_CONTRACT_TYPE=Revolving loans");
    DriftReport segment = all.get(0).getSegment().equals("all") ? all.get(1) : all.get(0);
    assertThat(segment.getSamples()).isEqualTo(25);
    assertThat(segment.getGroups()).as("of everybody alone").isEmpty();
    assertThat(segment.getFeatures()).as("its beginning is not known yet").isEmpty();
    assertThat(segment.getStatus()).isEqualTo(DriftStatus.INSUFFICIENT);
    assertThat(meters.counter("creditstream.segments.dropped").count()).isEqualTo(75);
  }

  @Test
  void shouldCompareTheChallengerOnTheSameApplications() {
    for (int i = 0; i < 10; i++) {
      LoanDecision decision = decisions.at(START.plusMillis(i));
      decision.setProbabilityOfDefault(0.2);
      LoanDecision shadow = decisions.at(START.plusMillis(i));
      shadow.setApplicationId(decision.getApplicationId());
      shadow.setModelSha256(CHALLENGER);
      shadow.setProbabilityOfDefault(i < 5 ? 0.3 : 0.2);
      shadow.setOutcome(i < 2 ? DecisionOutcome.DECLINED : DecisionOutcome.APPROVED);
      send(Topics.DECISIONS, decision);
      send(Topics.CHALLENGER_DECISIONS, shadow);
    }
    send(Topics.CHALLENGER_DECISIONS, decisions.at(START));

    DriftReport report = silence().get(0);

    assertThat(report.getSamples()).isEqualTo(10);
    assertThat(report.getChallengers())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.getModelSha256()).isEqualTo(CHALLENGER);
              assertThat(found.getSamples()).isEqualTo(10);
              assertThat(found.getAgreement()).isEqualTo(0.8);
              assertThat(found.getMeanDifference()).isCloseTo(0.05, within(1e-8));
            });
    assertThat(unmatched(Topics.CHALLENGER_DECISIONS)).isEqualTo(1);
  }

  @Test
  void shouldShowPerformanceAsOutcomesBecomeKnown() {
    for (int i = 0; i < 100; i++) {
      LoanDecision decision = decisions.at(START.plusMillis(i));
      decision.setProbabilityOfDefault(i < 50 ? 0.1 : 0.4);
      send(Topics.DECISIONS, decision);
      if (i % 10 == 0) {
        send(Topics.OUTCOMES, outcome(decision, START.plusSeconds(10), i >= 80));
      }
    }
    send(Topics.OUTCOMES, outcome(decisions.at(START), START, true));

    List<ModelPerformance> found = silence().get(0).getPerformance();

    assertThat(found).extracting(ModelPerformance::getEstimated).containsExactly(true, false);
    assertThat(found.get(0).getSamples()).isEqualTo(100);
    assertThat(found.get(0).getDefaults()).isCloseTo(25, within(0.2));
    ModelPerformance known = found.get(1);
    assertThat(known.getSamples()).isEqualTo(10);
    assertThat(known.getDefaults()).isEqualTo(2);
    assertThat(known.getAuc()).isCloseTo((5 + 1.5) / 8, within(1e-12));
    assertThat(known.getCost()).isEqualTo(2.0);
    assertThat(unmatched(Topics.OUTCOMES)).isEqualTo(1);
  }

  @Test
  void shouldCountALoanOnceAndInTheWindowInWhichItsOutcomeBecameKnown() {
    LoanDecision early = decisions.at(START);
    send(Topics.DECISIONS, early);
    send(Topics.DECISIONS, decisions.at(START.plus(Duration.ofMinutes(12))));

    send(Topics.OUTCOMES, outcome(early, START.plus(Duration.ofMinutes(2)), true));
    send(Topics.OUTCOMES, outcome(early, START.plus(Duration.ofMinutes(3)), true));
    send(Topics.OUTCOMES, outcome(early, START.plus(Duration.ofMinutes(1)), false));

    assertThat(realised())
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.getWindowStart())
                  .as("the window that the partition has reached")
                  .isEqualTo(START.plus(Duration.ofMinutes(10)));
              assertThat(report.getPerformance().get(1).getSamples()).isEqualTo(1);
              assertThat(report.getPerformance().get(1).getDefaults()).isEqualTo(1);
            });
    assertThat(meters.counter("creditstream.outcome.corrections").count()).isZero();
  }

  @Test
  void shouldCorrectAnOutcomeInTheWindowInWhichThatBecomesKnown() {
    LoanDecision corrected = decisions.at(START);
    LoanDecision other = decisions.at(START);
    corrected.setProbabilityOfDefault(0.2);
    other.setProbabilityOfDefault(0.2);
    send(Topics.DECISIONS, corrected);
    send(Topics.DECISIONS, other);
    send(Topics.OUTCOMES, outcome(corrected, START.plusSeconds(10), false));
    send(Topics.OUTCOMES, outcome(other, START.plusSeconds(10), false));

    send(Topics.OUTCOMES, outcome(corrected, START.plusSeconds(20), true));
    List<DriftReport> inTheSameWindow = realised();
    send(Topics.OUTCOMES, outcome(corrected, START.plusSeconds(400), false));
    List<DriftReport> inTheNext = realised();

    ModelPerformance first = inTheSameWindow.get(0).getPerformance().get(1);
    assertThat(first.getSamples()).isEqualTo(2);
    assertThat(first.getDefaults()).isEqualTo(1);
    ModelPerformance second = inTheNext.get(0).getPerformance().get(0);
    assertThat(second.getSamples()).isEqualTo(1);
    assertThat(second.getDefaults()).as("what it takes back lies in the window before").isZero();
    assertThat(meters.counter("creditstream.outcome.corrections").count()).isEqualTo(2);
  }

  @Test
  void shouldReportAWindowAgainWhenOutcomesComeAfterSilence() {
    LoanDecision decision = decisions.at(START);
    send(Topics.DECISIONS, decision);
    silence();

    send(Topics.OUTCOMES, outcome(decision, START.plusSeconds(1), false));

    assertThat(silence())
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.getSamples()).isEqualTo(1);
              assertThat(report.getPerformance()).hasSize(2);
            });
  }

  @Test
  void shouldSetAsideOutcomesThatAreNone() {
    var letters =
        driver.createOutputTopic(
            Topics.OUTCOMES.deadLetterTopic(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    LoanDecision decision = decisions.at(START);
    send(Topics.DECISIONS, decision);

    raw(Topics.OUTCOMES, "no outcome".getBytes(UTF_8));
    send(Topics.OUTCOMES, outcome(decision, START.plus(Duration.ofDays(400)), true));
    raw(Topics.APPLICATIONS, "no application".getBytes(UTF_8));

    assertThat(letters.readRecordsToList())
        .extracting(
            letter -> new String(letter.headers().lastHeader("creditstream.reason").value(), UTF_8))
        .containsExactly("wrong_magic", "quarantine");
    assertThat(unmatched(Topics.DECISIONS)).as("its application is not known").isEqualTo(1);
  }

  private List<DriftReport> silence() {
    driver.advanceWallClockTime(Duration.ofSeconds(31));
    driver.advanceWallClockTime(Duration.ofSeconds(31));
    return reports.readValuesToList();
  }

  /** Reports with performance that outcomes show. */
  private List<DriftReport> realised() {
    return silence().stream()
        .filter(report -> report.getPerformance().stream().anyMatch(p -> !p.getEstimated()))
        .toList();
  }

  private double unmatched(Topic<?> topic) {
    var counter = meters.find("creditstream.unmatched").tag("topic", topic.name()).counter();
    return counter == null ? 0 : counter.count();
  }

  private static LoanOutcome outcome(LoanDecision decision, Instant observed, boolean defaulted) {
    return new LoanOutcome(
        decision.getApplicationId(),
        decision.getClientId(),
        observed,
        defaulted ? RepaymentResult.DEFAULTED : RepaymentResult.REPAID);
  }

  private static LoanApplication application(
      LoanDecision decision, String gender, String contract) {
    return LoanApplication.newBuilder()
        .setApplicationId(decision.getApplicationId())
        .setClientId(decision.getClientId())
        .setSubmittedAt(decision.getSubmittedAt())
        .setNameContractType(contract)
        .setCodeGender(gender)
        .setDaysBirth(-13_000)
        .setAmtIncomeTotal(100_000)
        .setAmtCredit(500_000)
        .build();
  }

  private <V extends SpecificRecord> void send(Topic<V> topic, V value) {
    raw(
        topic,
        new AvroSerde<>(topic.valueType(), registry).serializer().serialize(topic.name(), value));
  }

  private void raw(Topic<?> topic, byte[] value) {
    driver
        .createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput("client".getBytes(UTF_8), value);
  }
}
