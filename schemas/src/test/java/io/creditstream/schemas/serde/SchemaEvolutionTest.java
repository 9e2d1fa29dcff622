package io.creditstream.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDecodingException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {

  private static final Schema CURRENT = LoanOutcome.getClassSchema();
  private static final Schema RESULT = CURRENT.getField("result").schema();

  private final InMemorySchemaRegistryClient registry = new InMemorySchemaRegistryClient();

  @Test
  void shouldSkipFieldsOfNewerWriter() {
    List<Field> fields = copy(CURRENT.getFields());
    fields.add(1, new Field("note", Schema.create(Schema.Type.STRING), null, null));
    Schema newer = record(CURRENT, fields);
    GenericData.Record datum = new GenericData.Record(newer);
    datum.put("applicationId", "a");
    datum.put("note", "n");
    datum.put("clientId", "c");
    datum.put("observedAt", 3L);
    datum.put("result", new GenericData.EnumSymbol(RESULT, "REPAID"));

    LoanOutcome read = read(newer, datum);

    assertThat(read.getClientId()).isEqualTo("c");
    assertThat(read.getObservedAt().toEpochMilli()).isEqualTo(3);
  }

  @Test
  void shouldFillFieldsThatOlderWriterLacks() {
    Schema current = DecisionReview.getClassSchema();
    List<Field> fields = copy(current.getFields());
    fields.removeIf(field -> field.name().equals("approver"));
    Schema older = record(current, fields);
    AvroSerde<DecisionReview> serde = new AvroSerde<>(DecisionReview.class, registry);
    DecisionReview review = SampleRecords.review(null);
    GenericData.Record datum = new GenericData.Record(older);
    datum.put("reviewedAt", 5L);
    for (String text : List.of("applicationId", "clientId", "reviewId", "reviewer", "reason")) {
      datum.put(text, review.get(text));
    }
    datum.put(
        "verdict", new GenericData.EnumSymbol(older.getField("verdict").schema(), "OVERTURNED"));
    datum.put(
        "outcome", new GenericData.EnumSymbol(older.getField("outcome").schema(), "APPROVED"));

    int id = registry.register("older", older);
    byte[] bytes = SampleRecords.wire(id, older, datum);

    assertThat(serde.deserializer().deserialize("t", bytes)).isEqualTo(review);
  }

  @Test
  void shouldRefuseWriterWithoutRequiredField() {
    List<Field> fields = copy(CURRENT.getFields());
    fields.removeIf(field -> field.name().equals("result"));
    Schema lacking = record(CURRENT, fields);
    GenericData.Record datum = new GenericData.Record(lacking);
    datum.put("applicationId", "a");
    datum.put("clientId", "c");
    datum.put("observedAt", 3L);

    assertUnresolvable(lacking, datum);
  }

  @Test
  void shouldRefuseSymbolThatTheReaderLacks() {
    Schema result =
        Schema.createEnum(
            RESULT.getName(), null, RESULT.getNamespace(), List.of("REPAID", "DEFAULTED", "SOLD"));
    List<Field> fields = copy(CURRENT.getFields().subList(0, 3));
    fields.add(new Field("result", result, null, null));
    Schema newer = record(CURRENT, fields);
    GenericData.Record datum = new GenericData.Record(newer);
    datum.put("applicationId", "a");
    datum.put("clientId", "c");
    datum.put("observedAt", 3L);
    datum.put("result", new GenericData.EnumSymbol(result, "SOLD"));

    assertUnresolvable(newer, datum);
  }

  @Test
  void shouldRefuseForeignType() {
    assertUnresolvable(Schema.create(Schema.Type.STRING), "text");
  }

  private void assertUnresolvable(Schema writer, Object datum) {
    assertThatExceptionOfType(AvroDecodingException.class)
        .isThrownBy(() -> read(writer, datum))
        .withMessageNotContaining("SOLD")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNRESOLVABLE));
  }

  private LoanOutcome read(Schema writer, Object datum) {
    int id = registry.register("other", writer);
    byte[] bytes = SampleRecords.wire(id, writer, datum);
    return new AvroSerde<>(LoanOutcome.class, registry).deserializer().deserialize("t", bytes);
  }

  private static List<Field> copy(List<Field> fields) {
    List<Field> copies = new ArrayList<>();
    fields.forEach(field -> copies.add(new Field(field, field.schema())));
    return copies;
  }

  private static Schema record(Schema like, List<Field> fields) {
    return Schema.createRecord(like.getName(), null, like.getNamespace(), false, fields);
  }
}
