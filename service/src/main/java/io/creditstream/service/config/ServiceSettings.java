package io.creditstream.service.config;

import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.http.RequestLimits;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.streams.StreamsSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The settings that applications share.
 *
 * @param applicationId name of the application unless another one is given
 * @param port its port unless another one is given
 */
public record ServiceSettings(String applicationId, int port) {

  private static final RequestLimits LIMITS = RequestLimits.defaults();
  private static final TopicSettings TOPICS = TopicSettings.defaults();

  private static final Setting BOOTSTRAP_SERVERS =
      Setting.required("BOOTSTRAP_SERVERS", "host:port of the brokers");
  private static final Setting SCHEMA_REGISTRY_URL =
      Setting.required(
          "SCHEMA_REGISTRY_URL",
          "http://host:port of the schema registry; user information in it becomes basic"
              + " authentication");
  private static final Setting STATE_DIR =
      Setting.required("STATE_DIR", "a directory for the local state, one for each process");
  private static final Setting GROUP_INSTANCE_ID =
      Setting.optional(
          "GROUP_INSTANCE_ID", "name of this instance that stays when it is restarted");
  private static final Setting HOST =
      Setting.of("HOST", HttpSettings.LOOPBACK, "address to listen on");
  private static final Setting TRUSTED_NETWORK =
      Setting.of(
          "TRUSTED_NETWORK",
          false,
          "whether nobody reaches the port whom the application should not serve, so that it may"
              + " listen on any address without a login");
  private static final Setting MAX_BODY_BYTES =
      Setting.of("MAX_BODY_BYTES", LIMITS.maxBodyBytes(), "largest body of a request, else 413");
  private static final Setting MAX_CONCURRENT_REQUESTS =
      Setting.of("MAX_CONCURRENT_REQUESTS", LIMITS.concurrent(), "requests at once, else 503");
  private static final Setting REQUESTS_PER_SECOND =
      Setting.of(
          "REQUESTS_PER_SECOND",
          LIMITS.perSecond(),
          "requests a second of one caller in the long run, else 429; 0 for any number");
  private static final Setting REQUEST_BURST =
      Setting.of("REQUEST_BURST", LIMITS.burst(), "requests of a silent caller at once");

  /** Header in which a gateway names the caller. */
  public static final Setting CALLER_HEADER =
      Setting.optional(
          "CALLER_HEADER",
          "header in whose last element a gateway names the caller; without it the address tells"
              + " callers apart");

  private static final Setting CALLER_SILENCE =
      Setting.of(
          "CALLER_SILENCE",
          LIMITS.silence(),
          "how long a caller may send and take nothing in the midst of a request"
              + ", and take to send a body, else 408");
  private static final Setting PARTITIONS =
      Setting.of("PARTITIONS", TOPICS.partitions(), "partitions of topics that are missing");
  private static final Setting REPLICATION_FACTOR =
      Setting.of(
          "REPLICATION_FACTOR",
          TOPICS.replicationFactor(),
          "copies of topics that are missing, internal ones too; all but one have to take a record; -1"
              + " for what the brokers default to");

  /** Threads of a stream; for applications that have one. */
  public static final Setting THREADS =
      Setting.optional(
          "THREADS",
          "threads of the stream (default: of a scorer one for each processor, of a drift monitor"
              + " one); a scorer has no more than its topics have partitions");

  /** Copies of the state of a stream; for applications that have one. */
  public static final Setting STANDBY_REPLICAS =
      Setting.of(
          "STANDBY_REPLICAS",
          0,
          "copies of the local state that other instances keep, to take over without restoring it");

  /** All of them. */
  public List<Setting> all() {
    return List.of(
        BOOTSTRAP_SERVERS,
        SCHEMA_REGISTRY_URL,
        STATE_DIR,
        applicationIdSetting(),
        GROUP_INSTANCE_ID,
        HOST,
        portSetting(),
        TRUSTED_NETWORK,
        MAX_BODY_BYTES,
        MAX_CONCURRENT_REQUESTS,
        REQUESTS_PER_SECOND,
        REQUEST_BURST,
        CALLER_HEADER,
        CALLER_SILENCE,
        PARTITIONS,
        REPLICATION_FACTOR);
  }

  /** All of them and these. */
  public List<Setting> and(Setting... others) {
    return Stream.concat(all().stream(), Stream.of(others)).toList();
  }

  /** Brokers, registry, state directory. */
  public KafkaSettings kafka(Configuration configuration) {
    return new KafkaSettings(
        configuration.require(BOOTSTRAP_SERVERS),
        configuration.require(SCHEMA_REGISTRY_URL),
        configuration.text(applicationIdSetting()),
        Path.of(configuration.require(STATE_DIR)),
        configuration.find(GROUP_INSTANCE_ID),
        configuration.clientProperties());
  }

  /**
   * Where to listen.
   *
   * @param guarded whether the service finds out by itself who uses it
   */
  public HttpSettings http(Configuration configuration, boolean guarded) {
    return new HttpSettings(
        configuration.text(HOST),
        configuration.number(portSetting()),
        new RequestLimits(
            configuration.number(MAX_BODY_BYTES),
            configuration.number(MAX_CONCURRENT_REQUESTS),
            configuration.number(REQUESTS_PER_SECOND),
            configuration.number(REQUEST_BURST),
            configuration.find(CALLER_HEADER),
            configuration.duration(CALLER_SILENCE)),
        guarded || configuration.flag(TRUSTED_NETWORK));
  }

  /** How missing topics are created. */
  public TopicSettings topics(Configuration configuration) {
    return new TopicSettings(
        configuration.number(PARTITIONS), (short) configuration.number(REPLICATION_FACTOR));
  }

  /** The defaults with other threads and copies. */
  public StreamsSettings streams(Configuration configuration, StreamsSettings defaults) {
    return new StreamsSettings(
        configuration.number(THREADS, defaults.threads()),
        defaults.commitInterval(),
        defaults.cacheBytes(),
        defaults.rocksDbBytes(),
        configuration.number(STANDBY_REPLICAS));
  }

  private Setting applicationIdSetting() {
    return Setting.of(
        "APPLICATION_ID",
        applicationId,
        "name of the application on the brokers: its consumer group, its internal topics");
  }

  private Setting portSetting() {
    return Setting.of("PORT", port, "TCP port, 0 for a free one");
  }
}
