package io.creditstream.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class SchemaDocumentationTest {

  private static final int APPLICATION_COLUMNS = 120;

  @Test
  void shouldDocumentEveryRecordAndField() {
    Set<String> seen = new HashSet<>();
    for (Topic<?> topic : Topics.all()) {
      shouldBeDocumented(SpecificData.get().getSchema(topic.valueType()), seen);
    }
    assertThat(seen).contains("LoanApplication", "FeatureDrift", "MonthlyBalance");
  }

  @Test
  void shouldTypeEveryColumnOfTheApplication() {
    long columns =
        LoanApplication.getClassSchema().getFields().stream()
            .filter(field -> field.getProp("column") != null)
            .count();

    assertThat(columns).isEqualTo(APPLICATION_COLUMNS);
  }

  @Test
  void shouldGiveEveryHistoryEventAnIdAndAnEventTime() {
    for (Topic<?> topic :
        Set.of(
            Topics.BUREAU_CREDITS,
            Topics.PREVIOUS_APPLICATIONS,
            Topics.POS_CASH_BALANCES,
            Topics.CARD_BALANCES,
            Topics.INSTALLMENT_PAYMENTS)) {
      Schema schema = SpecificData.get().getSchema(topic.valueType());
      for (String field : Set.of("recordId", "clientId", "eventTime", "deleted")) {
        assertThat(schema.getField(field)).as("%s of %s", field, topic.name()).isNotNull();
      }
    }
  }

  private static void shouldBeDocumented(Schema schema, Set<String> seen) {
    switch (schema.getType()) {
      case UNION -> schema.getTypes().forEach(type -> shouldBeDocumented(type, seen));
      case ARRAY -> shouldBeDocumented(schema.getElementType(), seen);
      case ENUM -> assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
      case RECORD -> {
        if (seen.add(schema.getName())) {
          assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
          for (Schema.Field field : schema.getFields()) {
            assertThat(field.doc()).as(schema.getName() + "." + field.name()).isNotBlank();
            shouldBeDocumented(field.schema(), seen);
          }
        }
      }
      default -> {}
    }
  }
}
