package io.creditstream.drift.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.drift.DecisionFactory;
import io.creditstream.drift.intake.ApplicationReader;
import io.creditstream.drift.intake.DecisionReader;
import io.creditstream.drift.intake.EventTimes;
import io.creditstream.drift.intake.OutcomeReader;
import io.creditstream.drift.intake.Readers;
import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.metrics.MicrometerDriftMetrics;
import io.creditstream.drift.reference.ModelCatalog;
import io.creditstream.drift.reference.ModelFacts;
import io.creditstream.drift.reference.ReferenceModel;
import io.creditstream.drift.segment.PopulationParts;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.view.DriftBoard;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.RepaymentResult;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a monitor had done when its state was recorded: a window is closed and reported, with an
 * outcome in it; the next one is open, and some of its decisions are not told to the merging side
 * yet.
 */
final class RecordedScenario {

  static final Path RECORDED = Path.of("src/test/resources/state/0.1.0.txt");
  static final String APPLICATION_ID = "recorded";
  static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  /** Decisions in the window that is open. */
  static final int OPEN = 20;

  private static final String MODEL = "c0ffee".repeat(10) + "abcd";
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final SchemaRegistryClient registry;
  private final Population population = new Population(1, 200, 1);
  private final DecisionFactory decisions = new DecisionFactory(population, MODEL);
  private final DriftBoard board = new DriftBoard(WINDOW);

  RecordedScenario(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  DriftBoard board() {
    return board;
  }

  DriftParts parts(MeterRegistry meters) {
    ReferenceModel model =
        new ReferenceModel(
            MODEL, "version", population.profile(), population.layout(), ModelFacts.UNKNOWN);
    ModelCatalog models = sha256 -> sha256.equals(MODEL) ? Optional.of(model) : Optional.empty();
    EventTimes times = new EventTimes(Duration.ofDays(1));
    return new DriftParts(
        new Readers(
            new DecisionReader(serde(Topics.DECISIONS).deserializer(), models, times),
            new OutcomeReader(serde(Topics.OUTCOMES).deserializer(), times),
            new ApplicationReader(serde(Topics.APPLICATIONS).deserializer())),
        models,
        PopulationParts.parse("NAME_CONTRACT_TYPE", "gender, age", 1),
        Duration.ofDays(100_000),
        new WindowSettings(WINDOW, Duration.ofSeconds(30), Duration.ofSeconds(30)),
        DriftThresholds.standard(),
        1,
        (partition, nextOffset) -> true,
        Duration.ofSeconds(1),
        200,
        new AvroSerde<>(DriftReport.class, registry),
        board,
        new MicrometerDriftMetrics(meters, DriftThresholds.standard(), 10_000));
  }

  /** What had been read and told before the last flush. */
  List<ProducerRecord<byte[], byte[]>> told() {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      LoanDecision decision = decisions.at(START.plusSeconds(i));
      records.add(record(Topics.APPLICATIONS, application(decision)));
      records.add(record(Topics.DECISIONS, decision));
    }
    records.add(record(Topics.OUTCOMES, outcome(1, RepaymentResult.REPAID)));
    records.add(record(Topics.DECISIONS, inTheOpenWindow()));
    return records;
  }

  /** What had been read and not told yet. */
  List<ProducerRecord<byte[], byte[]>> pending() {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = 1; i < OPEN; i++) {
      records.add(record(Topics.DECISIONS, inTheOpenWindow()));
    }
    return records;
  }

  LoanDecision inTheOpenWindow() {
    return decisions.at(START.plus(WINDOW.multipliedBy(2)));
  }

  LoanDecision behindTheOpenWindow() {
    return decisions.at(START.plus(WINDOW.multipliedBy(4)));
  }

  /** What became of the loan of an application, by its number. */
  LoanOutcome outcome(int number, RepaymentResult result) {
    return new LoanOutcome(
        "application-" + number, "client-" + number, START.plusSeconds(40), result);
  }

  private static LoanApplication application(LoanDecision decision) {
    return LoanApplication.newBuilder()
        .setApplicationId(decision.getApplicationId())
        .setClientId(decision.getClientId())
        .setSubmittedAt(decision.getSubmittedAt())
        .setNameContractType("Cash loans")
        .setCodeGender("F")
        .setDaysBirth(-13_000)
        .setAmtIncomeTotal(100_000)
        .setAmtCredit(500_000)
        .build();
  }

  <V extends SpecificRecord> ProducerRecord<byte[], byte[]> record(Topic<V> topic, V value) {
    return new ProducerRecord<>(
        topic.name(),
        0,
        START.toEpochMilli(),
        "client".getBytes(UTF_8),
        serde(topic).serializer().serialize(topic.name(), value));
  }

  private <V extends SpecificRecord> AvroSerde<V> serde(Topic<V> topic) {
    return new AvroSerde<>(topic.valueType(), registry);
  }
}
