package io.creditstream.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.MonthlyBalance;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvroSerdeTest {

  private static final String TOPIC = "credit.outcomes.v1";

  private final InMemorySchemaRegistryClient registry = new InMemorySchemaRegistryClient();
  private final AvroSerde<LoanOutcome> serde = new AvroSerde<>(LoanOutcome.class, registry);

  @Test
  void shouldWriteMagicByteIdAndDatum() {
    byte[] bytes = serde.serializer().serialize(TOPIC, SampleRecords.outcome("c-1"));

    Schema plain = registry.schemaById(1);
    GenericData.Record generic = new GenericData.Record(plain);
    generic.put("applicationId", "a-1");
    generic.put("clientId", "c-1");
    generic.put("observedAt", 1_700_000_000_123L);
    generic.put(
        "result", new GenericData.EnumSymbol(plain.getField("result").schema(), "DEFAULTED"));
    assertThat(bytes).startsWith(0, 0, 0, 0, 1).isEqualTo(SampleRecords.wire(1, plain, generic));
  }

  @Test
  void shouldRegisterUnderValueSubjectOfTheTopic() {
    List<String> subjects = new ArrayList<>();
    SchemaRegistryClient recording =
        registryAnswering(
            (method, args) -> {
              subjects.add((String) args[0]);
              return 300;
            });
    AvroSerializer<LoanOutcome> serializer = new AvroSerializer<>(LoanOutcome.class, recording);

    byte[] bytes = serializer.serialize(TOPIC, SampleRecords.outcome("c-1"));
    serializer.serialize(TOPIC, SampleRecords.outcome("c-2"));

    assertThat(subjects).containsExactly("credit.outcomes.v1-value");
    assertThat(WireFormat.schemaId(bytes)).isEqualTo(300);
  }

  @Test
  void shouldReadWhatItWrote() {
    LoanOutcome outcome = SampleRecords.outcome("c-1");

    assertThat(roundTrip(serde, outcome)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "\ufffd", "na\u00efve", "\u6f22\u5b57", "\ud83d\ude00"})
  void shouldKeepOptionalTextInAnyScript(String approver) {
    DecisionReview review = SampleRecords.review(approver);

    assertThat(roundTrip(new AvroSerde<>(DecisionReview.class, registry), review))
        .isEqualTo(review);
  }

  @Test
  void shouldKeepDatesTimesNullsAndNestedRecords() {
    BureauCredit credit =
        BureauCredit.newBuilder()
            .setRecordId("b-1")
            .setClientId("c-1")
            .setEventTime(Instant.ofEpochMilli(-1))
            .setAppliedOn(LocalDate.of(2015, 2, 28))
            .setAmtCreditSum(Double.NaN)
            .setBalances(List.of(new MonthlyBalance(-3, "C"), new MonthlyBalance(-2, "0")))
            .build();

    assertThat(roundTrip(new AvroSerde<>(BureauCredit.class, registry), credit)).isEqualTo(credit);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldReadWhatLiesWithinABuffer(boolean direct) {
    LoanOutcome outcome = SampleRecords.outcome("c-1");
    byte[] bytes = serde.serializer().serialize(TOPIC, outcome);
    ByteBuffer buffer =
        direct ? ByteBuffer.allocateDirect(100 + bytes.length) : ByteBuffer.allocate(300);
    buffer.position(7).put(bytes);
    ByteBuffer value = buffer.slice(7, bytes.length);

    assertThat(serde.deserializer().deserialize(TOPIC, new RecordHeaders(), value))
        .isEqualTo(outcome);
  }

  @Test
  void shouldKeepTombstones() {
    assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
    assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
  }

  @Test
  void shouldNameTheTypeAndNoValueWhenRecordBreaksItsSchema() {
    LoanOutcome incomplete = new LoanOutcome();
    incomplete.setApplicationId("canary");

    assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, incomplete))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("LoanOutcome")
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @Test
  void shouldWriteTheNextRecordAfterBrokenOne() {
    LoanOutcome incomplete = new LoanOutcome();
    incomplete.setApplicationId("left over");
    assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, incomplete));
    LoanOutcome outcome = SampleRecords.outcome("c-1");

    assertThat(roundTrip(serde, outcome)).isEqualTo(outcome);
  }

  @Test
  void shouldWriteSmallRecordAfterLargeOne() {
    LoanOutcome large = SampleRecords.outcome("x".repeat(5_000_000));
    LoanOutcome small = SampleRecords.outcome("c-1");

    assertThat(roundTrip(serde, large)).isEqualTo(large);
    assertThat(roundTrip(serde, small)).isEqualTo(small);
  }

  @Test
  void shouldServeSeveralThreads() {
    List<LoanOutcome> outcomes =
        IntStream.range(0, 2000).mapToObj(i -> SampleRecords.outcome("c-" + i)).toList();

    List<LoanOutcome> read = outcomes.parallelStream().map(o -> roundTrip(serde, o)).toList();

    assertThat(read).isEqualTo(outcomes);
  }

  @Test
  void shouldPassUnavailableRegistryThrough() {
    RegistryUnavailableException down = new RegistryUnavailableException("down");
    SchemaRegistryClient broken =
        registryAnswering(
            (method, args) -> {
              throw down;
            });
    AvroSerde<LoanOutcome> cut = new AvroSerde<>(LoanOutcome.class, broken);

    assertThatThrownBy(() -> cut.serializer().serialize(TOPIC, SampleRecords.outcome("c-1")))
        .isSameAs(down);
    assertThatThrownBy(() -> cut.deserializer().deserialize(TOPIC, new byte[10])).isSameAs(down);
  }

  private static <T extends SpecificRecord> T roundTrip(AvroSerde<T> serde, T value) {
    byte[] bytes = serde.serializer().serialize(TOPIC, value);
    return serde.deserializer().deserialize(TOPIC, bytes);
  }

  private interface Answer {
    Object to(String method, Object[] args);
  }

  private static SchemaRegistryClient registryAnswering(Answer answer) {
    return (SchemaRegistryClient)
        Proxy.newProxyInstance(
            AvroSerdeTest.class.getClassLoader(),
            new Class<?>[] {SchemaRegistryClient.class},
            (proxy, method, args) -> answer.to(method.getName(), args));
  }
}
