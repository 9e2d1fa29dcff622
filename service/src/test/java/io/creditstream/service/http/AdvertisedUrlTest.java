package io.creditstream.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvertisedUrlTest {

  @Test
  void shouldNameOtherInstancesByItsOwnScheme() {
    AdvertisedUrl url = AdvertisedUrl.parse("https://scorer-1:8443");

    assertThat(url.hostAndPort()).isEqualTo("scorer-1:8443");
    assertThat(url.other("scorer-2", 8443)).isEqualTo(URI.create("https://scorer-2:8443"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "scorer", "scorer:1", "http://scorer", "http://scorer:1/", "ftp://scorer:1"})
  void shouldSayWhatIsNoAddress(String text) {
    assertThatThrownBy(() -> AdvertisedUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give http://host:port");
  }
}
