package io.creditstream.scorer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.scorer.fixture.Events;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;

class ApplicationDigestTest {

  private final LoanApplication application = Events.application("application-1");

  @Test
  void shouldGiveTheDigestOfTheFirstRelease() {
    assertThat(HexFormat.of().formatHex(new ApplicationDigest().of(application)))
        .as("a digest that state of release 0.1.0 holds")
        .isEqualTo("bd86baafe50b81e5adecd555887128e0ba28920bf8cdb7683486662fdb16a484");
  }

  @Test
  void shouldGiveTheSameDigestWhereALaterReleaseKnowsMoreFieldsThatSayNothing() {
    Schema later = later();

    assertThat(new ApplicationDigest(later).of(copy(later, null, 0)))
        .isEqualTo(new ApplicationDigest().of(application));
  }

  @Test
  void shouldTellApplicationsApartByFieldsOfALaterRelease() {
    Schema later = later();
    ApplicationDigest digest = new ApplicationDigest(later);

    assertThat(
            List.of(
                digest.of(copy(later, null, 0)),
                digest.of(copy(later, "a", 0)),
                digest.of(copy(later, "b", 0)),
                digest.of(copy(later, null, 1))))
        .doesNotHaveDuplicates();
  }

  /** The schema of a release to come. */
  private static Schema later() {
    Schema today = LoanApplication.getClassSchema();
    List<Schema.Field> fields = new ArrayList<>();
    today.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    Schema text =
        Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
    fields.add(new Schema.Field("channel", text, null, Schema.Field.NULL_DEFAULT_VALUE));
    fields.add(new Schema.Field("guarantors", Schema.create(Schema.Type.INT), null, 0));
    return Schema.createRecord(today.getName(), null, today.getNamespace(), false, fields);
  }

  private IndexedRecord copy(Schema schema, String channel, int guarantors) {
    IndexedRecord copy = new GenericData.Record(schema);
    int known = application.getSchema().getFields().size();
    for (int i = 0; i < known; i++) {
      copy.put(i, application.get(i));
    }
    copy.put(known, channel);
    copy.put(known + 1, guarantors);
    return copy;
  }
}
