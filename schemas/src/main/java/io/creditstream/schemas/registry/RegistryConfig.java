package io.creditstream.schemas.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Where the schema registry is and how long to wait for it.
 *
 * @param urls base addresses of equal servers, tried in turn; user information becomes basic
 *     authentication; a path such as {@code /apis/ccompat/v7} is kept
 * @param connectTimeout longest wait for a connection
 * @param requestTimeout longest wait for a whole answer of one server
 * @param maxWait longest wait for a registry that is down before a request fails
 * @param backoff pauses between the attempts while it is down
 */
public record RegistryConfig(
    List<URI> urls,
    Duration connectTimeout,
    Duration requestTimeout,
    Duration maxWait,
    Backoff backoff) {

  public RegistryConfig {
    urls = List.copyOf(urls);
    if (urls.isEmpty()) {
      throw new IllegalArgumentException("urls: at least one address of the schema registry");
    }
    urls.forEach(RegistryEndpoint::of);
    requirePositive("connectTimeout", connectTimeout);
    requirePositive("requestTimeout", requestTimeout);
    requirePositive("maxWait", maxWait);
  }

  /**
   * Defaults for the given addresses: connections within 2 s, answers within 10 s, a registry that
   * is down is waited for during 4 minutes (below the 5 minutes that a Kafka consumer may take
   * between polls).
   *
   * @param urls addresses separated by commas
   */
  public static RegistryConfig of(String urls) {
    List<URI> addresses =
        Arrays.stream(urls.split(","))
            .map(String::strip)
            .filter(url -> !url.isEmpty())
            .map(RegistryConfig::parse)
            .toList();
    return new RegistryConfig(
        addresses,
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofMinutes(4),
        Backoff.defaults());
  }

  /** The same with another longest wait. */
  public RegistryConfig withMaxWait(Duration wait) {
    return new RegistryConfig(urls, connectTimeout, requestTimeout, wait, backoff);
  }

  /** Leaves out user information. */
  @Override
  public String toString() {
    return "RegistryConfig[urls="
        + urls.stream().map(RegistryEndpoint::of).toList()
        + ", connectTimeout="
        + connectTimeout
        + ", requestTimeout="
        + requestTimeout
        + ", maxWait="
        + maxWait
        + ", backoff="
        + backoff
        + "]";
  }

  private static URI parse(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("urls: not an http or https address");
    }
  }

  private static void requirePositive(String key, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(key + " must be positive: " + value);
    }
  }
}
