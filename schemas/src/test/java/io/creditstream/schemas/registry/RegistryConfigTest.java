package io.creditstream.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryConfigTest {

  @Test
  void shouldHaveDefaults() {
    RegistryConfig config = RegistryConfig.of(" http://a:8081 ,https://b/base ");

    assertThat(config)
        .isEqualTo(
            new RegistryConfig(
                List.of(URI.create("http://a:8081"), URI.create("https://b/base")),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofMinutes(4),
                new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " , ", "a:8081", "ftp://a", "http://", "http://a b", "/path"})
  void shouldRefuseWhatIsNoAddress(String urls) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegistryConfig.of(urls))
        .withMessageStartingWith("urls");
  }

  @Test
  void shouldNameTheBadDuration() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegistryConfig.of("http://a").withMaxWait(Duration.ZERO))
        .withMessageContaining("maxWait");
  }

  @Test
  void shouldNotShowCredentials() {
    RegistryConfig config = RegistryConfig.of("http://user:canary@a:1/x/");

    assertThat(config.toString()).contains("http://a:1/x").doesNotContain("canary", "user:");
  }
}
