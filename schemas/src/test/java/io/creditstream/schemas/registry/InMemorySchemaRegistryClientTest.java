package io.creditstream.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanOutcome;
import org.junit.jupiter.api.Test;

class InMemorySchemaRegistryClientTest {

  private final InMemorySchemaRegistryClient client = new InMemorySchemaRegistryClient();

  @Test
  void shouldGiveOneIdToOneSchema() {
    int first = client.register("a", LoanOutcome.getClassSchema());

    int second = client.register("b", LoanOutcome.getClassSchema());

    assertThat(second).isEqualTo(first);
    assertThat(client.schemaById(first).getFullName())
        .isEqualTo(LoanOutcome.getClassSchema().getFullName());
  }

  @Test
  void shouldRefuseIncompatibleVersion() {
    client.register("a", LoanOutcome.getClassSchema());

    assertThat(client.compatible("a", DecisionReview.getClassSchema())).isFalse();
    assertThatThrownBy(() -> client.register("a", DecisionReview.getClassSchema()))
        .isInstanceOf(SchemaIncompatibleException.class);
  }

  @Test
  void shouldNotKnowOtherIds() {
    assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(UnknownSchemaException.class);
  }
}
