package io.creditstream.advisor;

import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.store.postgres.PostgresSettings;
import io.creditstream.advisor.web.SiteSettings;
import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import java.net.URI;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * How an advisor works.
 *
 * @param kafka brokers, registry, directory of the store
 * @param http where its pages are
 * @param topics how missing topics are created
 * @param scorer base URL of a scorer
 * @param driftMonitor base URL of the drift monitor
 * @param site how the pages are and who is let in
 * @param storeMegabytes memory that an embedded store may use beside the heap
 * @param database a database for the store; empty for an embedded one in the state directory
 */
public record AdvisorConfig(
    KafkaSettings kafka,
    HttpSettings http,
    TopicSettings topics,
    URI scorer,
    URI driftMonitor,
    SiteSettings site,
    int storeMegabytes,
    Optional<PostgresSettings> database) {

  /** Port of the pages unless another one is chosen. */
  public static final int DEFAULT_PORT = 8080;

  /** Name of the application unless another one is chosen. */
  public static final String DEFAULT_APPLICATION_ID = "creditstream-advisor";

  /** Memory of the store unless another size is chosen. */
  public static final int DEFAULT_STORE_MEGABYTES = 1024;

  public AdvisorConfig {
    Objects.requireNonNull(kafka, "kafka");
    Objects.requireNonNull(http, "http");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(site, "site");
    requireHttp("scorer URL", scorer);
    requireHttp("drift monitor URL", driftMonitor);
    if (storeMegabytes < 64) {
      throw new IllegalArgumentException(
          "storeMegabytes " + storeMegabytes + " is below 64: give the store more memory");
    }
  }

  /** The usual configuration: pages on the loopback address, the time zone of this machine. */
  public static AdvisorConfig defaults(
      KafkaSettings kafka, int port, URI scorer, URI driftMonitor) {
    return new AdvisorConfig(
        kafka,
        HttpSettings.loopback(port),
        TopicSettings.defaults(),
        scorer,
        driftMonitor,
        SiteSettings.open(ZoneId.systemDefault()),
        DEFAULT_STORE_MEGABYTES,
        Optional.empty());
  }

  /** The same with other settings of missing topics. */
  public AdvisorConfig withTopics(TopicSettings other) {
    return new AdvisorConfig(
        kafka, http, other, scorer, driftMonitor, site, storeMegabytes, database);
  }

  /** The same with other people let in. */
  public AdvisorConfig withAccess(AccessSettings access) {
    return new AdvisorConfig(
        kafka,
        http,
        topics,
        scorer,
        driftMonitor,
        new SiteSettings(site.zone(), access, site.callerHeader(), site.grafana()),
        storeMegabytes,
        database);
  }

  /** The same with a database for the store. */
  public AdvisorConfig withDatabase(PostgresSettings settings) {
    return new AdvisorConfig(
        kafka, http, topics, scorer, driftMonitor, site, storeMegabytes, Optional.of(settings));
  }

  private static void requireHttp(String name, URI uri) {
    String scheme = uri.getScheme();
    if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException(name + " is no URL: give http://host:port");
    }
  }
}
