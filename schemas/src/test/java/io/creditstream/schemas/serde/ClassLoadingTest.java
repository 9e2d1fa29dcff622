package io.creditstream.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.RepaymentResult;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class ClassLoadingTest {

  private final RecordData data = new RecordData(LoanOutcome.class);

  @Test
  void shouldKnowTheClassesOfItsOwnSchema() {
    Schema result = LoanOutcome.getClassSchema().getField("result").schema();

    assertThat(data.getClass(LoanOutcome.getClassSchema())).isEqualTo(LoanOutcome.class);
    assertThat(data.getClass(result)).isEqualTo(RepaymentResult.class);
  }

  @Test
  void shouldLoadNoOtherClass() {
    assertThat(data.getClass(DecisionReview.getClassSchema())).isNull();
    assertThat(data.getClass(Schema.createFixed("java.lang.Thread", null, null, 1))).isNull();
  }
}
