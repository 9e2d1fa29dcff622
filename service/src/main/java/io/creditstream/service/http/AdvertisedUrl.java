package io.creditstream.service.http;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Address under which the other instances of a service reach this one, such as that of a gateway
 * before it. All instances use the same scheme.
 *
 * @param scheme {@code http} or {@code https}
 * @param host name or address
 * @param port TCP port
 */
public record AdvertisedUrl(String scheme, String host, int port) {

  public AdvertisedUrl {
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException(
          "advertised URL is neither http nor https: give http://host:port");
    }
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "advertised URL has no host or no port: give http://host:port");
    }
  }

  /**
   * The address that a text is: {@code http://host:port}, without a path.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static AdvertisedUrl parse(String text) {
    try {
      URI uri = new URI(text);
      boolean bare = uri.getRawPath() == null || uri.getRawPath().isEmpty();
      if (uri.getScheme() != null && uri.getHost() != null && bare && uri.getRawQuery() == null) {
        return new AdvertisedUrl(uri.getScheme(), uri.getHost(), uri.getPort());
      }
    } catch (URISyntaxException e) {
      throw notAnAddress(e);
    }
    throw notAnAddress(null);
  }

  private static IllegalArgumentException notAnAddress(@Nullable Throwable cause) {
    return new IllegalArgumentException(
        "advertised URL is no address without a path: give http://host:port", cause);
  }

  /** Host and port, by which instances name each other. */
  public String hostAndPort() {
    return host + ":" + port;
  }

  /** The address of another instance. */
  public URI other(String otherHost, int otherPort) {
    return URI.create(scheme + "://" + otherHost + ":" + otherPort);
  }
}
