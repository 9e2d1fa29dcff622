package io.creditstream.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallerNamesTest {

  private static final String ADDRESS = "127.0.0.1";

  private final CallerNames names = new CallerNames("X-Forwarded-For");

  @Test
  void shouldBelieveTheLastElementAlone() {
    assertThat(names.of(request("192.0.2.1"))).isEqualTo("192.0.2.1");
    assertThat(names.of(request("made up, more, 192.0.2.1"))).isEqualTo("192.0.2.1");
    assertThat(names.of(request("made up", "more,192.0.2.1 "))).isEqualTo("192.0.2.1");
  }

  @Test
  void shouldTellByTheAddressWhereNobodyIsNamed() {
    assertThat(names.of(request())).isEqualTo(ADDRESS);
    assertThat(names.of(request(""))).isEqualTo(ADDRESS);
    assertThat(names.of(request("192.0.2.1, "))).isEqualTo(ADDRESS);
    assertThat(new CallerNames(null).of(request("192.0.2.1"))).isEqualTo(ADDRESS);
  }

  /** One whose header has these lines. */
  private static HttpServletRequest request(String... lines) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeaders" -> Collections.enumeration(List.of(lines));
                  case "getRemoteAddr" -> ADDRESS;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
