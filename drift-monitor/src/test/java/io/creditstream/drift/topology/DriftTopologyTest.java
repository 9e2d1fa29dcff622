package io.creditstream.drift.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.DecisionFactory;
import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.metrics.MicrometerDriftMetrics;
import io.creditstream.drift.segment.PopulationParts;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.view.DriftBoard;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.SourceRecord;
import io.creditstream.schemas.SupersededDecision;
import io.creditstream.schemas.WindowClosure;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftTopologyTest {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private static final String MODEL = "c0ffee".repeat(10) + "abcd";

  private final Population population = new Population(1, 2_000, 1);
  private final DecisionFactory decisions = new DecisionFactory(population, MODEL);
  private final SchemaRegistryClient registry = new InMemorySchemaRegistryClient();
  private final AvroSerde<LoanDecision> serde = new AvroSerde<>(LoanDecision.class, registry);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final DriftBoard board = new DriftBoard(Duration.ofMinutes(5));
  private final WindowSettings windows =
      new WindowSettings(Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofSeconds(30));

  /** Offset behind the last decision in the topic. */
  private long written;

  @TempDir private Path directory;
  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> input;
  private TestOutputTopic<byte[], DriftReport> reports;
  private TestOutputTopic<byte[], byte[]> deadLetters;

  @BeforeEach
  void start() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "drift-test");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    driver = new TopologyTestDriver(topology(), properties, START.plus(Duration.ofHours(2)));
    input =
        driver.createInputTopic(
            Topics.DECISIONS.name(), new ByteArraySerializer(), new ByteArraySerializer());
    reports =
        driver.createOutputTopic(
            Topics.DRIFT_REPORTS.name(),
            new ByteArrayDeserializer(),
            new AvroSerde<>(DriftReport.class, registry).deserializer());
    deadLetters =
        driver.createOutputTopic(
            Topics.DECISIONS.deadLetterTopic(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  private Topology topology() {
    return DriftTopology.build(
        new OneModel(MODEL, population, registry)
            .parts(
                PopulationParts.none(),
                windows,
                (partition, nextOffset) -> nextOffset >= written,
                200,
                board,
                new MicrometerDriftMetrics(meters, DriftThresholds.standard(), 10_000)));
  }

  @Test
  void shouldDescribeItselfAsAgreed() throws IOException {
    try (InputStream golden = getClass().getResourceAsStream("topology.txt")) {
      assertThat(topology().describe().toString().strip())
          .as(
              "the topology has changed. Names of stores and of repartitionings are those of topics,"
                  + " and the number of a sub-topology is part of the name of a task: an instance of"
                  + " before and one of now cannot share work, and a store under another name begins"
                  + " empty. docs/upgrading.md says what may change; then put the new description"
                  + " into topology.txt beside this test")
          .isEqualTo(new String(golden.readAllBytes(), UTF_8).strip());
    }
  }

  @Test
  void shouldReportAWindowOnceEventTimeHasPassedIt() {
    sendEvery(Duration.ofMillis(500), 600, START);
    flush();
    assertThat(reports.isEmpty()).isTrue();
    assertThat(board.openWindows()).singleElement().returns(600L, open -> open.records());

    send(START.plus(Duration.ofSeconds(330)));
    flush();

    DriftReport report = reports.readValue();
    assertThat(report.getModelSha256()).isEqualTo(MODEL);
    assertThat(report.getWindowStart()).isEqualTo(START);
    assertThat(report.getWindowEnd()).isEqualTo(START.plus(Duration.ofMinutes(5)));
    assertThat(report.getClosedBy()).isEqualTo(WindowClosure.WATERMARK);
    assertThat(report.getSamples()).isEqualTo(600);
    assertThat(report.getReferenceSamples()).isEqualTo(2_000);
    assertThat(report.getStatus()).isEqualTo(DriftStatus.STABLE);
    assertThat(report.getFeatures()).hasSize(9);
    assertThat(reports.isEmpty()).isTrue();
    assertThat(gauge("creditstream.drift.samples")).isEqualTo(600);
  }

  @Test
  void shouldReportTheLastWindowWhenThePartitionFallsSilent() {
    sendEvery(Duration.ofMillis(500), 510, START);

    driver.advanceWallClockTime(Duration.ofSeconds(29));
    assertThat(reports.isEmpty()).isTrue();
    driver.advanceWallClockTime(Duration.ofSeconds(2));

    DriftReport report = reports.readValue();
    assertThat(report.getClosedBy()).isEqualTo(WindowClosure.IDLE);
    assertThat(report.getSamples()).isEqualTo(510);
    assertThat(board.openWindows()).isEmpty();
    assertThat(board.series()).singleElement().returns(1, series -> series.closed().size());
  }

  @Test
  void shouldHoldTheWindowOpenWhileDecisionsLieUnread() {
    written = 512;
    sendEvery(Duration.ofMillis(500), 510, START);
    driver.advanceWallClockTime(Duration.ofSeconds(31));
    driver.advanceWallClockTime(Duration.ofSeconds(31));
    assertThat(reports.isEmpty()).isTrue();

    sendEvery(Duration.ofMillis(500), 2, START.plusSeconds(255));
    driver.advanceWallClockTime(Duration.ofSeconds(31));

    DriftReport report = reports.readValue();
    assertThat(report.getClosedBy()).isEqualTo(WindowClosure.IDLE);
    assertThat(report.getSamples()).isEqualTo(512);
  }

  @Test
  void shouldWakeWhenDecisionsComeThatItHasNotRead() {
    sendEvery(Duration.ofMillis(500), 10, START);
    driver.advanceWallClockTime(Duration.ofSeconds(31));
    assertThat(board.partitions().get(0).idle()).isTrue();

    written = 11;
    driver.advanceWallClockTime(Duration.ofSeconds(31));

    assertThat(board.partitions().get(0).idle()).isFalse();
  }

  @Test
  void shouldAlertOnTheSecondShiftedWindow() {
    for (int window = 0; window < 3; window++) {
      for (int i = 0; i < 510; i++) {
        Instant time = START.plus(Duration.ofMinutes(5L * window)).plusMillis(500L * i);
        send(
            decisions.at(
                time,
                (vector, random) -> {
                  vector[0] += 1;
                  return vector;
                }));
      }
    }
    driver.advanceWallClockTime(Duration.ofSeconds(31));

    List<DriftReport> all = reports.readValuesToList();
    assertThat(all)
        .extracting(DriftReport::getStatus)
        .containsExactly(DriftStatus.WARNING, DriftStatus.ALERT, DriftStatus.ALERT);
    assertThat(all.get(2).getFeatures())
        .filteredOn(feature -> feature.getStatus() == DriftStatus.ALERT)
        .extracting(feature -> feature.getFeature())
        .containsExactly("F0");
  }

  @Test
  void shouldCountWhatComesTooLate() {
    sendEvery(Duration.ofMillis(500), 10, START);
    send(START.plus(Duration.ofMinutes(6)));
    flush();
    assertThat(reports.readValuesToList()).hasSize(1);

    sendEvery(Duration.ofMillis(500), 3, START);
    flush();
    driver.advanceWallClockTime(Duration.ofSeconds(31));

    assertThat(meters.counter("creditstream.drift.late").count()).isEqualTo(3);
    DriftReport next = reports.readValue();
    assertThat(next.getLate()).isEqualTo(3);
    assertThat(next.getSamples()).isEqualTo(1);
    assertThat(next.getStatus()).isEqualTo(DriftStatus.INSUFFICIENT);
  }

  @Test
  void shouldSetAsideWhatCannotBeCountedWithItsOriginalBytes() {
    byte[] sound = bytes(decisions.at(START));
    byte[] foreign = sound.clone();
    foreign[0] = 7;
    input.pipeInput("k".getBytes(UTF_8), foreign, START);
    input.pipeInput(null, "x".getBytes(UTF_8), START);
    LoanDecision unknown = decisions.at(START);
    unknown.setModelSha256("f".repeat(64));
    send(unknown);
    LoanDecision shorter = decisions.at(START);
    shorter.setFeatures(shorter.getFeatures().subList(0, 3));
    send(shorter);
    LoanDecision level = decisions.at(START, (vector, random) -> with(vector, 7, 1_000));
    send(level);
    LoanDecision ahead = decisions.at(START.plus(Duration.ofDays(400)));
    send(ahead);
    LoanDecision score = decisions.at(START);
    score.setProbabilityOfDefault(Double.NaN);
    send(score);
    input.pipeInput("k".getBytes(UTF_8), null, START);
    send(START);
    driver.advanceWallClockTime(Duration.ofSeconds(31));

    List<TestRecord<byte[], byte[]>> letters = deadLetters.readRecordsToList();
    assertThat(letters)
        .extracting(letter -> header(letter, "creditstream.reason"))
        .containsExactly(
            "wrong_magic",
            "too_short",
            "unknown_model",
            "model_mismatch",
            "model_mismatch",
            "quarantine",
            "model_mismatch");
    assertThat(letters.get(0).value()).isEqualTo(foreign);
    assertThat(header(letters.get(2), "__streams.errors.topic")).isEqualTo("credit.decisions.v1");
    assertThat(header(letters.get(2), "__streams.errors.offset")).isEqualTo("2");
    assertThat(header(letters.get(4), "__streams.errors.message"))
        .isEqualTo("feature F7 holds no level of its model");
    assertThat(reports.readValuesToList())
        .singleElement()
        .satisfies(report -> assertThat(report.getSamples()).isEqualTo(1));
    assertThat(board.partitions().get(0).nextOffset()).isEqualTo(9);
  }

  @Test
  void shouldHandOverAtOnceWhenManyHaveCome() {
    sendEvery(Duration.ofMillis(100), 450, START);

    assertThat(board.openWindows()).singleElement().returns(400L, open -> open.records());
  }

  @Test
  void shouldTakeOverPendingRecordsFromTheStore() {
    sendEvery(Duration.ofMillis(100), 150, START);

    PendingRecords other = new PendingRecords(driver.getKeyValueStore(DriftNodes.PENDING_STORE));

    assertThat(other.size()).isEqualTo(150);
    assertThat(other.windows().values())
        .singleElement()
        .returns(150L, WindowCounts::decisions)
        .returns(150L, WindowCounts::records);
    assertThat(other.mark().nextOffset()).isEqualTo(150);
    flush();
    PendingRecords flushed = new PendingRecords(driver.getKeyValueStore(DriftNodes.PENDING_STORE));
    assertThat(flushed.size()).isZero();
    assertThat(flushed.windows()).isEmpty();
    assertThat(flushed.mark().nextOffset()).isEqualTo(150);
  }

  private static double[] with(double[] vector, int index, double value) {
    vector[index] = value;
    return vector;
  }

  @Test
  void shouldCountAnApplicationByItsFirstDecisionAlone() {
    LoanDecision first = decisions.at(START);
    LoanDecision second = decisions.at(START);
    second.setApplicationId(first.getApplicationId());
    second.setDecidedAt(START.plusSeconds(60));
    second.setSupersedes(
        new SupersededDecision(
            first.getDecidedAt(),
            first.getOutcome(),
            new SourceRecord(Topics.RESCORE_REQUESTS.name(), 0, 0L)));

    send(first);
    send(second);
    flush();

    assertThat(board.openWindows()).singleElement().returns(1L, open -> open.records());
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  private void sendEvery(Duration step, int count, Instant from) {
    for (int i = 0; i < count; i++) {
      send(from.plus(step.multipliedBy(i)));
    }
  }

  private void send(Instant time) {
    send(decisions.at(time));
  }

  private void send(LoanDecision decision) {
    input.pipeInput(
        decision.getClientId().getBytes(UTF_8), bytes(decision), decision.getSubmittedAt());
  }

  private byte[] bytes(LoanDecision decision) {
    return serde.serializer().serialize(Topics.DECISIONS.name(), decision);
  }

  private void flush() {
    driver.advanceWallClockTime(Duration.ofSeconds(1));
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }

  private static String header(TestRecord<byte[], byte[]> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    return new String(header.value(), UTF_8);
  }
}
