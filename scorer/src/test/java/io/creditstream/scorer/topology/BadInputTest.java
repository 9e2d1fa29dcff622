package io.creditstream.scorer.topology;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.history.HistoryDates;
import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.InstallmentPayment;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.MonthlyBalance;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.TopologyBench;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input never stops the stream and is never lost. */
class BadInputTest {

  private static final String CANARY = "canary-9317";
  private static final byte[] KEY = Events.CLIENT.getBytes(UTF_8);

  private final TopologyBench bench = new TopologyBench();

  @AfterEach
  void close() {
    bench.close();
  }

  static Stream<Topic<?>> inputs() {
    return Stream.concat(
        Stream.of(Topics.APPLICATIONS), HistorySource.all().stream().map(HistorySource::topic));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void shouldSetAsideBytesThatAreNoEventOfAnyInput(Topic<?> topic) {
    byte[] otherMagic = {1, 0, 0, 0, 1, 2, 3};
    byte[] unknownSchema = {0, 0, 0, 0x7f, 0x7f, 2, 3};

    bench.send(topic, KEY, new byte[] {0, 0});
    bench.send(topic, KEY, otherMagic);
    bench.send(topic, KEY, unknownSchema);

    List<TestRecord<byte[], byte[]>> letters = bench.deadLetters(topic);
    assertThat(letters)
        .extracting(letter -> header(letter, "creditstream.reason"))
        .containsExactly("too_short", "wrong_magic", "unknown_schema");
    assertThat(letters.get(1).value()).isEqualTo(otherMagic);
    assertThat(letters.get(1).key()).isEqualTo(KEY);
    shouldStillDecide();
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void shouldSetAsideEventsOfAnotherKind(Topic<?> topic) {
    byte[] value =
        ByteBuffer.allocate(20).put((byte) 0).putInt(bench.schemaId(Topics.REVIEWS)).array();

    bench.send(topic, KEY, value);

    assertThat(bench.deadLetters(topic)).hasSize(1);
    shouldStillDecide();
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void shouldSetAsideRecordsWithoutKey(Topic<?> topic) {
    bench.send(topic, null, new byte[] {1});
    bench.send(topic, new byte[] {(byte) 0xc3, 0x28}, new byte[] {1});
    bench.send(topic, new byte[0], new byte[] {1});

    assertThat(bench.deadLetters(topic))
        .extracting(letter -> header(letter, "creditstream.reason"))
        .containsExactly("missing_key", "invalid_key", "invalid_key");
    shouldStillDecide();
  }

  @Test
  void shouldSayWhereTheRecordLayAndWhyInTheHeaders() {
    RecordHeaders original = new RecordHeaders();
    original.add("origin", "branch".getBytes(UTF_8));
    original.add("__streams.errors.message", "an earlier one".getBytes(UTF_8));

    bench.send(Topics.APPLICATIONS, KEY, new byte[] {9}, Events.NOW, original);

    TestRecord<byte[], byte[]> letter = bench.deadLetters(Topics.APPLICATIONS).get(0);
    assertThat(header(letter, "origin")).isEqualTo("branch");
    assertThat(header(letter, "__streams.errors.topic")).isEqualTo("credit.applications.v1");
    assertThat(header(letter, "__streams.errors.partition")).isEqualTo("0");
    assertThat(header(letter, "__streams.errors.offset")).isEqualTo("0");
    assertThat(header(letter, "__streams.errors.exception")).isNotEmpty();
    assertThat(header(letter, "__streams.errors.message"))
        .isEqualTo("TOO_SHORT: 1 bytes, at least 5 expected");
    assertThat(letter.headers().headers("__streams.errors.message")).hasSize(1);
    assertThat(bench.metrics().events())
        .containsExactly("dead letter credit.applications.v1 too_short");
  }

  @Test
  void shouldSetAsideTruncatedApplicationsAndTrailingBytes() {
    byte[] sound = bench.bytes(Topics.APPLICATIONS, Events.application("a-1"));

    bench.send(Topics.APPLICATIONS, KEY, Arrays.copyOf(sound, sound.length - 3));
    bench.send(Topics.APPLICATIONS, KEY, Arrays.copyOf(sound, sound.length + 1));

    assertThat(reasons()).containsExactly("truncated", "trailing_bytes");
    shouldStillDecide();
  }

  @Test
  void shouldSetAsideTextsThatAreNoneOrClaimToBeHuge() {
    LoanApplication application = Events.application("a-1");
    application.setOrganizationType(CANARY);
    byte[] noText = bench.bytes(Topics.APPLICATIONS, application);
    int text = new String(noText, ISO_8859_1).indexOf(CANARY);
    byte[] length = HexFormat.of().parseHex("80bcc1960b"); // 1.5 thousand million
    byte[] huge =
        ByteBuffer.allocate(noText.length - 1 + length.length)
            .put(noText, 0, text - 1)
            .put(length)
            .put(noText, text, noText.length - text)
            .array();
    noText[text] = (byte) 0xff;

    bench.send(Topics.APPLICATIONS, KEY, noText);
    bench.send(Topics.APPLICATIONS, KEY, huge);

    List<TestRecord<byte[], byte[]>> letters = bench.deadLetters(Topics.APPLICATIONS);
    assertThat(letters)
        .extracting(letter -> header(letter, "creditstream.reason"))
        .containsExactly("invalid_utf8", "too_large");
    assertThat(letters).extracting(TestRecord::value).containsExactly(noText, huge);
    shouldStillDecide();
  }

  static Stream<Arguments> brokenApplications() {
    return Stream.of(
        broken("not_finite", "amtIncomeTotal", a -> a.setAmtIncomeTotal(Double.NaN)),
        broken("not_finite", "amtAnnuity", a -> a.setAmtAnnuity(Double.POSITIVE_INFINITY)),
        broken("out_of_range", "amtIncomeTotal", a -> a.setAmtIncomeTotal(-1.0)),
        broken("out_of_range", "daysBirth", a -> a.setDaysBirth(1)),
        broken("out_of_range", "daysBirth", a -> a.setDaysBirth(-50_000)),
        broken("out_of_range", "cntChildren", a -> a.setCntChildren(99)),
        broken("out_of_range", "extSource1", a -> a.setExtSource1(1.0001)),
        broken("invalid_id", "applicationId", a -> a.setApplicationId(" ")),
        broken("invalid_id", "applicationId", a -> a.setApplicationId("x".repeat(257))),
        broken("key_mismatch", "clientId", a -> a.setClientId("someone else " + CANARY)),
        broken("invalid_time", "submittedAt", a -> a.setSubmittedAt(Instant.ofEpochMilli(-1))),
        broken(
            "quarantine",
            "submittedAt",
            a -> a.setSubmittedAt(Events.NOW.plus(Duration.ofDays(365)))));
  }

  @ParameterizedTest
  @MethodSource("brokenApplications")
  void shouldSetAsideBrokenApplicationsNamingTheFieldButNoValue(
      String reason, String field, Consumer<LoanApplication> damage) {
    LoanApplication application = Events.application("a-1");
    application.setOrganizationType(CANARY);
    damage.accept(application);

    bench.send(Topics.APPLICATIONS, application);

    TestRecord<byte[], byte[]> letter = bench.deadLetters(Topics.APPLICATIONS).get(0);
    assertThat(header(letter, "creditstream.reason")).isEqualTo(reason);
    assertThat(header(letter, "__streams.errors.message")).contains(field).doesNotContain(CANARY);
    letter.headers().forEach(h -> assertThat(new String(h.value(), UTF_8)).doesNotContain(CANARY));
    assertThat(bench.decisions()).isEmpty();
    shouldStillDecide();
  }

  @Test
  void shouldSetAsideBrokenHistory() {
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", Double.NaN, Events.NOW));
    bench.send(Topics.BUREAU_CREDITS, Events.credit(" ", 1, Events.NOW));
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 1, Instant.ofEpochMilli(-5)));
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 1, Events.NOW.plus(Duration.ofDays(2))));

    assertThat(bench.deadLetters(Topics.BUREAU_CREDITS))
        .extracting(letter -> header(letter, "creditstream.reason"))
        .containsExactly("not_finite", "invalid_id", "invalid_time", "quarantine");
    shouldStillDecide();
  }

  @Test
  void shouldSetAsideHistoryOfImpossibleDatesAndMonths() {
    InstallmentPayment late = Events.payment("p-1", Events.NOW);
    late.setDueOn(LocalDate.of(2926, 1, 1));
    InstallmentPayment ancient = Events.payment("p-1", Events.NOW);
    ancient.setPaidOn(LocalDate.ofEpochDay(Integer.MIN_VALUE));
    BureauCredit month = Events.credit("b-1", 1, Events.NOW);
    month.setBalances(List.of(new MonthlyBalance(Integer.MIN_VALUE, "0")));
    BureauCredit open = Events.credit("b-1", 1, Events.NOW);
    open.setPlannedEndOn(HistoryDates.OPEN);

    bench.send(Topics.INSTALLMENT_PAYMENTS, late);
    bench.send(Topics.INSTALLMENT_PAYMENTS, ancient);
    bench.send(Topics.BUREAU_CREDITS, month);
    bench.send(Topics.BUREAU_CREDITS, open);

    assertThat(bench.deadLetters(Topics.INSTALLMENT_PAYMENTS))
        .extracting(letter -> header(letter, "__streams.errors.message"))
        .containsExactly(
            "field dueOn is outside 1850-01-01..2200-12-31",
            "field paidOn is outside 1850-01-01..2200-12-31");
    assertThat(bench.deadLetters(Topics.BUREAU_CREDITS))
        .extracting(letter -> header(letter, "__streams.errors.message"))
        .containsExactly("field balances.month is outside -1440.0..2771.0");
    shouldStillDecide();
  }

  @Test
  void shouldSetAsideRecordsWithoutUsableTimestamp() {
    byte[] sound = bench.bytes(Topics.APPLICATIONS, Events.application("a-1"));

    bench.send(Topics.APPLICATIONS, KEY, sound, Instant.ofEpochMilli(-1), new RecordHeaders());
    bench.send(Topics.APPLICATIONS, KEY, sound, Instant.EPOCH, new RecordHeaders());
    bench.send(
        Topics.APPLICATIONS,
        KEY,
        sound,
        Events.NOW.plus(Duration.ofDays(365)),
        new RecordHeaders());

    List<TestRecord<byte[], byte[]>> letters = bench.deadLetters(Topics.APPLICATIONS);
    assertThat(letters)
        .extracting(letter -> header(letter, "creditstream.reason"))
        .containsExactly("invalid_time", "invalid_time", "quarantine");
    assertThat(letters.get(2).timestamp()).isEqualTo(Events.NOW.toEpochMilli());
    shouldStillDecide();
  }

  @Test
  void shouldIgnoreAndCountTombstonesOfApplications() {
    bench.send(Topics.APPLICATIONS, KEY, null);

    assertThat(bench.metrics().events()).containsExactly("tombstone credit.applications.v1");
    assertThat(bench.deadLetters(Topics.APPLICATIONS)).isEmpty();
    assertThat(bench.decisions()).isEmpty();
  }

  @Test
  void shouldDecideAnApplicationWithAnUnknownCategory() {
    LoanApplication application = Events.application("a-1");
    application.setNameContractType("Barter");

    bench.send(Topics.APPLICATIONS, application);

    assertThat(bench.decisions().get(0).getFeatures().get(1)).isEqualTo(-1.0);
  }

  private List<String> reasons() {
    return bench.deadLetters(Topics.APPLICATIONS).stream()
        .map(letter -> header(letter, "creditstream.reason"))
        .toList();
  }

  private void shouldStillDecide() {
    bench.send(Topics.APPLICATIONS, Events.application("sound"));
    assertThat(bench.decisions()).hasSize(1);
  }

  private static String header(TestRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  private static Arguments broken(String reason, String field, Consumer<LoanApplication> damage) {
    return Arguments.of(reason, field, damage);
  }
}
