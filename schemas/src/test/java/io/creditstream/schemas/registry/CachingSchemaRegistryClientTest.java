package io.creditstream.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CachingSchemaRegistryClientTest {

  private final FakeTime time = new FakeTime();
  private final FakeRegistry registry = new FakeRegistry();
  private final CachingSchemaRegistryClient client =
      new CachingSchemaRegistryClient(registry, time);

  @Test
  void shouldAskForAnIdOnce() {
    client.schemaById(1);
    client.schemaById(1);

    assertThat(registry.calls()).isEqualTo(1);
  }

  @Test
  void shouldRegisterOncePerSubject() {
    client.register("a", FakeRegistry.SCHEMA);
    client.register("a", FakeRegistry.SCHEMA);
    client.register("b", FakeRegistry.SCHEMA);

    assertThat(registry.calls()).isEqualTo(2);
  }

  @Test
  void shouldNotRememberUnavailability() {
    registry.unavailable(1);

    assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(RegistryUnavailableException.class);

    assertThat(client.schemaById(1)).isEqualTo(FakeRegistry.SCHEMA);
  }

  @Test
  void shouldNotRememberRefusal() {
    registry.failing(new SchemaIncompatibleException("no"));

    assertThatThrownBy(() -> client.register("s", FakeRegistry.SCHEMA))
        .isInstanceOf(SchemaIncompatibleException.class);

    assertThat(client.register("s", FakeRegistry.SCHEMA)).isEqualTo(FakeRegistry.ID);
  }

  @Test
  void shouldRememberUnknownIdForAMomentOnly() {
    registry.failing(new UnknownSchemaException(1, "unknown"));
    assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(UnknownSchemaException.class);

    assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(UnknownSchemaException.class);
    assertThat(registry.calls()).isEqualTo(1);
    time.pass(Duration.ofSeconds(3));

    assertThat(client.schemaById(1)).isEqualTo(FakeRegistry.SCHEMA);
  }

  @Test
  void shouldAskForCompatibilityEachTime() {
    client.compatible("s", FakeRegistry.SCHEMA);
    client.compatible("s", FakeRegistry.SCHEMA);

    assertThat(registry.calls()).isEqualTo(2);
  }

  @Test
  void shouldForgetTheEldestWhenFull() {
    for (int id = 0; id <= 1000; id++) {
      client.schemaById(id);
    }

    client.schemaById(0);

    assertThat(registry.calls()).isEqualTo(1002);
  }

  @Test
  void shouldCloseWhatItDecorates() {
    client.close();

    assertThat(registry.closed()).isTrue();
  }
}
