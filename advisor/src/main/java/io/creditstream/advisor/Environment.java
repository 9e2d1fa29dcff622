package io.creditstream.advisor;

import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.security.LoginSettings;
import io.creditstream.advisor.store.postgres.PostgresSettings;
import io.creditstream.advisor.web.SiteSettings;
import io.creditstream.service.config.ServiceVariables;
import io.creditstream.service.config.Variables;
import io.creditstream.service.kafka.TopicSettings;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the configuration from environment variables: those of {@link ServiceVariables}, those of
 * {@link AccessVariables}, {@code CREDITSTREAM_SCORER_URL}, {@code CREDITSTREAM_DRIFT_MONITOR_URL},
 * {@code CREDITSTREAM_GRAFANA_URL}, {@code CREDITSTREAM_TIME_ZONE} (such as {@code Europe/Paris})
 * and {@code CREDITSTREAM_STORE_MEGABYTES}. With {@code CREDITSTREAM_DATABASE_URL} ({@code
 * jdbc:postgresql://host/database}), {@code CREDITSTREAM_DATABASE_USER} and {@code
 * CREDITSTREAM_DATABASE_PASSWORD} the store lies in PostgreSQL.
 */
final class Environment {

  private static final String SCORER = "http://127.0.0.1:8081";
  private static final String DRIFT_MONITOR = "http://127.0.0.1:8082";

  private Environment() {}

  /**
   * The configuration that the variables describe.
   *
   * @throws IllegalArgumentException naming the variable that is missing or wrong
   */
  static AdvisorConfig read(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    ServiceVariables service = new ServiceVariables(variables);
    AccessSettings access = new AccessVariables(variables).read();
    return new AdvisorConfig(
        service.kafka(AdvisorConfig.DEFAULT_APPLICATION_ID),
        service.http(AdvisorConfig.DEFAULT_PORT, access instanceof LoginSettings),
        service.topics(TopicSettings.defaults()),
        url(variables, "SCORER_URL", SCORER),
        url(variables, "DRIFT_MONITOR_URL", DRIFT_MONITOR),
        new SiteSettings(
            zone(variables.text("TIME_ZONE", ZoneId.systemDefault().getId())),
            access,
            Optional.ofNullable(variables.find("CALLER_HEADER")),
            Optional.ofNullable(variables.find("GRAFANA_URL"))
                .map(text -> url(variables, "GRAFANA_URL", text))),
        variables.number("STORE_MEGABYTES", AdvisorConfig.DEFAULT_STORE_MEGABYTES),
        Optional.ofNullable(variables.find("DATABASE_URL"))
            .map(
                url ->
                    new PostgresSettings(
                        url,
                        Optional.ofNullable(variables.find("DATABASE_USER")),
                        Optional.ofNullable(variables.find("DATABASE_PASSWORD")))));
  }

  /** An address. */
  static URI url(Variables variables, String name, String otherwise) {
    try {
      return URI.create(variables.text(name, otherwise));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "CREDITSTREAM_" + name + " is no URL: give http://host:port", e);
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "CREDITSTREAM_TIME_ZONE is unknown: give a name such as Europe/Paris", e);
    }
  }
}
