package io.creditstream.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
  void shouldListenOnLoopback(String host) {
    assertThat(new HttpSettings(host, 0, RequestLimits.defaults()).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void shouldRefuseToServeOthersWithoutAuthentication(String host) {
    assertThatThrownBy(() -> new HttpSettings(host, 0, RequestLimits.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody has to log in");
  }

  @Test
  void shouldListenElsewhereOnceTheServiceIsGuarded() {
    assertThat(new HttpSettings("0.0.0.0", 0, RequestLimits.defaults(), true).host())
        .isEqualTo("0.0.0.0");
  }
}
