package io.creditstream.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.MonthlyBalance;
import io.creditstream.schemas.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Avro's own writer is the oracle. */
class RecordWriterTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "approver"})
  void shouldWriteOptionalTextAsAvroDoes(String approver) throws IOException {
    DecisionReview review = SampleRecords.review(approver);

    assertThat(write(DecisionReview.class, review)).isEqualTo(writeByAvro(review));
  }

  @Test
  void shouldWriteDatesNumbersAndNestedRecordsAsAvroDoes() throws IOException {
    BureauCredit credit =
        BureauCredit.newBuilder()
            .setRecordId("b-1")
            .setClientId("c-1")
            .setEventTime(Instant.ofEpochMilli(-1))
            .setAppliedOn(LocalDate.of(2015, 2, 28))
            .setAmtCreditSum(12.5)
            .setBalances(List.of(new MonthlyBalance(-3, "C")))
            .build();

    assertThat(write(BureauCredit.class, credit)).isEqualTo(writeByAvro(credit));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 500})
  void shouldWriteListsOverArraysAsAvroDoesOthers(int size) throws IOException {
    double[] numbers = new double[size];
    Arrays.setAll(numbers, i -> i % 3 == 0 ? Double.NaN : i * -0.5);
    LoanDecision overArrays = decision();
    overArrays.setFeatures(DoubleList.nullable(numbers));
    overArrays.setContributions(DoubleList.of(numbers));
    LoanDecision boxed = decision();
    boxed.setFeatures(
        Arrays.stream(numbers).mapToObj(x -> Double.isNaN(x) ? null : (Double) x).toList());
    boxed.setContributions(Arrays.stream(numbers).boxed().toList());

    assertThat(write(LoanDecision.class, overArrays)).isEqualTo(writeByAvro(boxed));
    assertThat(overArrays).isEqualTo(boxed);
  }

  private static LoanDecision decision() {
    LoanDecision decision = DecisionSample.decision();
    decision.setReasons(
        List.of(
            new Reason("a", 1.5, 0.5, "R_a"),
            new Reason("b", "level", 0.25, "R_b"),
            new Reason("c", null, 0.125, "R_c")));
    return decision;
  }

  private static <T extends SpecificRecord> byte[] write(Class<T> type, T record)
      throws IOException {
    return encode(new RecordWriter<>(type), record);
  }

  private static <T extends SpecificRecord> byte[] writeByAvro(T record) throws IOException {
    return encode(
        new SpecificDatumWriter<>(record.getSchema(), SpecificData.getForClass(record.getClass())),
        record);
  }

  private static <T> byte[] encode(DatumWriter<T> writer, T record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    writer.write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }
}
