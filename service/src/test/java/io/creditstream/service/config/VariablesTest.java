package io.creditstream.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariablesTest {

  private final Variables none = new Variables(Map.of());

  @Test
  void shouldGiveDefaults() {
    assertThat(none.text("HOST", "here")).isEqualTo("here");
    assertThat(none.find("HOST")).isNull();
    assertThat(none.number("PORT", 5)).isEqualTo(5);
    assertThat(none.duration("PACE", Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
    assertThat(none.flag("ALL", true)).isTrue();
    assertThat(none.clientProperties()).isEmpty();
  }

  @Test
  void shouldNameTheVariableThatIsBlankOrNotUnderstood() {
    Variables wrong =
        new Variables(
            Map.of(
                "CREDITSTREAM_NAME", " ",
                "CREDITSTREAM_PORT", "eighty",
                "CREDITSTREAM_ALL", "yes",
                "CREDITSTREAM_PACE", "5m"));

    assertThatThrownBy(() -> wrong.require("NAME", "a name"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("CREDITSTREAM_NAME is not set: give a name");
    assertThatThrownBy(() -> wrong.number("PORT", 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("CREDITSTREAM_PORT is not understood: the default is 5");
    assertThatThrownBy(() -> wrong.flag("ALL", false))
        .hasMessage("CREDITSTREAM_ALL is not understood: the default is false");
    assertThatThrownBy(() -> wrong.duration("PACE", Duration.ofMinutes(5)))
        .hasMessage("CREDITSTREAM_PACE is not understood: the default is PT5M");
  }

  @Test
  void shouldPassPropertiesOnToTheKafkaClientsAlone() {
    Variables variables =
        new Variables(
            Map.of(
                "CREDITSTREAM_KAFKA_SSL_KEYSTORE_TYPE", "PEM",
                "CREDITSTREAM_PORT", "1",
                "KAFKA_OPTS", "x"));

    assertThat(variables.clientProperties())
        .containsExactlyEntriesOf(Map.of("ssl.keystore.type", "PEM"));
  }
}
