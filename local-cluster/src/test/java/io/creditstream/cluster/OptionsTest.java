package io.creditstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final Path DIRECTORY = Path.of("data");

  @Test
  void shouldHaveDefaults() {
    assertThat(BrokerOptions.in(DIRECTORY))
        .isEqualTo(new BrokerOptions(DIRECTORY, 0, Map.of(), Set.of()));
    assertThat(ClusterOptions.in(DIRECTORY, 3))
        .isEqualTo(new ClusterOptions(DIRECTORY, 3, 1, Map.of()));
    assertThat(RegistryOptions.in(DIRECTORY)).isEqualTo(new RegistryOptions(DIRECTORY, 0));
  }

  @Test
  void shouldChangeOneThing() {
    Map<String, String> settings = Map.of("a", "b");

    assertThat(BrokerOptions.in(DIRECTORY).withPort(1).withProperties(settings).withListener("L"))
        .isEqualTo(new BrokerOptions(DIRECTORY, 1, settings, Set.of("L")));
    assertThat(ClusterOptions.in(DIRECTORY, 3).withProperties(settings))
        .isEqualTo(new ClusterOptions(DIRECTORY, 3, 1, settings));
    assertThat(RegistryOptions.in(DIRECTORY).withPort(1))
        .isEqualTo(new RegistryOptions(DIRECTORY, 1));
  }

  @Test
  void shouldNameWhatIsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrokerOptions.in(DIRECTORY).withPort(70_000))
        .withMessageContaining("port");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegistryOptions.in(DIRECTORY).withPort(-1))
        .withMessageContaining("port");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClusterOptions.in(DIRECTORY, 0))
        .withMessageContaining("brokers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClusterOptions(DIRECTORY, 1, 2, Map.of()))
        .withMessageContaining("controllers");
  }
}
