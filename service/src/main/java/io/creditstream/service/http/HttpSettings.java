package io.creditstream.service.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/**
 * Where a service listens and what it takes.
 *
 * @param host address to bind to; a loopback address unless the service is guarded
 * @param port TCP port, 0 for a free one
 * @param limits how much it takes
 * @param guarded whether the service finds out by itself who uses it, or nobody reaches it whom it
 *     should not serve
 */
public record HttpSettings(String host, int port, RequestLimits limits, boolean guarded) {

  /** The address that only this machine reaches. */
  public static final String LOOPBACK = "127.0.0.1";

  public HttpSettings {
    Objects.requireNonNull(host, "host");
    if (host.isBlank()) {
      throw new IllegalArgumentException("http host is blank: give an address to bind to");
    }
    if (!guarded) {
      requireLoopback(host);
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "http port " + port + " is outside 0..65535: give a TCP port, or 0 for a free one");
    }
    Objects.requireNonNull(limits, "limits");
  }

  /** Of a service that lets everybody in who reaches it. */
  public HttpSettings(String host, int port, RequestLimits limits) {
    this(host, port, limits, false);
  }

  /** Whether only this machine reaches it. */
  public boolean isLoopback() {
    return isLoopback(host);
  }

  /** Whoever reaches the API may use it, since it knows no users. */
  private static void requireLoopback(String host) {
    if (!isLoopback(host)) {
      throw new IllegalArgumentException(
          "http host is not a loopback address, and nobody has to log in: configure a login where"
              + " the service has one, else put a gateway that has before it and say so with"
              + " CREDITSTREAM_TRUSTED_NETWORK=true");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("http host is unknown: give an address to bind to", e);
    }
  }

  /** Listens on the loopback address with the usual limits. */
  public static HttpSettings loopback(int port) {
    return new HttpSettings(LOOPBACK, port, RequestLimits.defaults());
  }
}
