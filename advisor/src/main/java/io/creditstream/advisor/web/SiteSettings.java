package io.creditstream.advisor.web;

import io.creditstream.advisor.security.AccessSettings;
import java.net.URI;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * How the pages are.
 *
 * @param zone times are shown in it
 * @param access who is let in
 * @param callerHeader header that names the address of a caller, set by a gateway
 * @param grafana where the dashboards of the operators are
 */
public record SiteSettings(
    ZoneId zone, AccessSettings access, Optional<String> callerHeader, Optional<URI> grafana) {

  public SiteSettings {
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(access, "access");
    if (grafana.filter(uri -> !isWeb(uri)).isPresent()) {
      throw new IllegalArgumentException("Grafana URL is no URL: give http://host:port");
    }
  }

  private static boolean isWeb(URI uri) {
    return uri.getHost() != null
        && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
  }

  /** Open to everybody who reaches the loopback address. */
  public static SiteSettings open(ZoneId zone) {
    return new SiteSettings(zone, AccessSettings.open(), Optional.empty(), Optional.empty());
  }
}
