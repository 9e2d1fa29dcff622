package io.creditstream.advisor;

import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.security.LoginSettings;
import io.creditstream.advisor.store.postgres.PostgresSettings;
import io.creditstream.advisor.web.SiteSettings;
import io.creditstream.service.config.Configuration;
import io.creditstream.service.config.ServiceSettings;
import io.creditstream.service.config.Setting;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of an advisor, and its configuration from them. */
public final class AdvisorSettings {

  private static final ServiceSettings SERVICE =
      new ServiceSettings(AdvisorConfig.DEFAULT_APPLICATION_ID, AdvisorConfig.DEFAULT_PORT);

  private static final Setting SCORER_URL =
      Setting.of("SCORER_URL", "http://127.0.0.1:8081", "where a scorer is");
  private static final Setting DRIFT_MONITOR_URL =
      Setting.of("DRIFT_MONITOR_URL", "http://127.0.0.1:8082", "where a drift monitor is");
  private static final Setting GRAFANA_URL =
      Setting.optional("GRAFANA_URL", "where dashboards are, for a link on the page of the model");
  private static final Setting TIME_ZONE =
      Setting.optional(
          "TIME_ZONE", "time zone of the pages, such as Europe/Paris (default: of the machine)");
  private static final Setting STORE_MEGABYTES =
      Setting.of(
          "STORE_MEGABYTES",
          AdvisorConfig.DEFAULT_STORE_MEGABYTES,
          "memory of an embedded store beside the heap, in MiB");
  private static final Setting DATABASE_URL =
      Setting.optional(
          "DATABASE_URL", "jdbc:postgresql://host/database for a store that advisors share");
  private static final Setting DATABASE_USER =
      Setting.optional("DATABASE_USER", "who the advisor is there");
  private static final Setting DATABASE_PASSWORD =
      Setting.secret("DATABASE_PASSWORD", "its password there");

  private static final List<Setting> ALL =
      Stream.concat(
              SERVICE.all().stream(),
              Stream.concat(
                  Stream.of(
                      SCORER_URL,
                      DRIFT_MONITOR_URL,
                      GRAFANA_URL,
                      TIME_ZONE,
                      STORE_MEGABYTES,
                      DATABASE_URL,
                      DATABASE_USER,
                      DATABASE_PASSWORD),
                  AccessVariables.all().stream()))
          .toList();

  private AdvisorSettings() {}

  /** Every setting. */
  public static List<Setting> all() {
    return ALL;
  }

  /**
   * The configuration that values of the settings describe.
   *
   * @throws IllegalArgumentException naming the setting that is missing or wrong
   */
  public static AdvisorConfig read(Configuration given) {
    AccessSettings access = new AccessVariables(given).read();
    return new AdvisorConfig(
        SERVICE.kafka(given),
        SERVICE.http(given, access instanceof LoginSettings),
        SERVICE.topics(given),
        url(given, SCORER_URL),
        url(given, DRIFT_MONITOR_URL),
        new SiteSettings(
            given.optional(TIME_ZONE).map(AdvisorSettings::zone).orElseGet(ZoneId::systemDefault),
            access,
            given.optional(ServiceSettings.CALLER_HEADER),
            given.optional(GRAFANA_URL).map(any -> url(given, GRAFANA_URL))),
        given.number(STORE_MEGABYTES),
        database(given));
  }

  private static Optional<PostgresSettings> database(Configuration given) {
    return given
        .optional(DATABASE_URL)
        .map(
            url ->
                new PostgresSettings(
                    url, given.optional(DATABASE_USER), given.optional(DATABASE_PASSWORD)));
  }

  /** An address; the message does not repeat what was given, which may hold a secret. */
  static URI url(Configuration given, Setting setting) {
    try {
      return URI.create(given.text(setting));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          setting.variable() + " is no URL: give http://host:port", e);
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          TIME_ZONE.variable() + " is unknown: give a name such as Europe/Paris", e);
    }
  }
}
