package io.creditstream.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

  private static final Path STATE = Path.of("state");

  @Test
  void shouldPassClientPropertiesThrough() {
    KafkaSettings settings =
        new KafkaSettings(
            "b:9092", "http://r", "app", STATE, null, Map.of("security.protocol", "SSL"));

    assertThat(settings.client())
        .containsEntry("bootstrap.servers", "b:9092")
        .containsEntry("security.protocol", "SSL");
  }

  @Test
  void shouldNameTheSettingThatIsBlank() {
    assertThatThrownBy(() -> KafkaSettings.of(" ", "http://r", "app", STATE))
        .hasMessage("bootstrap servers is blank: give host:port");
    assertThatThrownBy(() -> KafkaSettings.of("b", "", "app", STATE))
        .hasMessageContaining("schema registry URL");
    assertThatThrownBy(() -> KafkaSettings.of("b", "http://r", "", STATE))
        .hasMessageContaining("application id");
    assertThatThrownBy(() -> new KafkaSettings("b", "http://r", "app", STATE, " ", Map.of()))
        .hasMessageContaining("group instance id");
  }

  @Test
  void shouldKeepSecretsOutOfItsText() {
    KafkaSettings settings =
        new KafkaSettings(
            "b", "http://u:hush@r", "app", STATE, null, Map.of("sasl.jaas.config", "hush"));

    assertThat(settings.toString()).doesNotContain("hush");
  }
}
