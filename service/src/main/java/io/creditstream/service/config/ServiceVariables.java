package io.creditstream.service.config;

import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.http.RequestLimits;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.streams.StreamsSettings;
import java.nio.file.Path;

/**
 * The settings that every application takes from environment variables.
 *
 * <p>Required: {@code CREDITSTREAM_BOOTSTRAP_SERVERS}, {@code CREDITSTREAM_SCHEMA_REGISTRY_URL},
 * {@code CREDITSTREAM_STATE_DIR}. Optional: {@code CREDITSTREAM_APPLICATION_ID}, {@code
 * CREDITSTREAM_GROUP_INSTANCE_ID}, {@code CREDITSTREAM_HOST}, {@code CREDITSTREAM_TRUSTED_NETWORK},
 * {@code CREDITSTREAM_PORT}, {@code CREDITSTREAM_MAX_BODY_BYTES}, {@code
 * CREDITSTREAM_MAX_CONCURRENT_REQUESTS}, {@code CREDITSTREAM_REQUESTS_PER_SECOND}, {@code
 * CREDITSTREAM_REQUEST_BURST}, {@code CREDITSTREAM_CALLER_HEADER}, {@code CREDITSTREAM_PARTITIONS},
 * {@code CREDITSTREAM_REPLICATION_FACTOR}, {@code CREDITSTREAM_THREADS}. Every variable {@code
 * CREDITSTREAM_KAFKA_…} becomes a property of the Kafka clients: {@code
 * CREDITSTREAM_KAFKA_SECURITY_PROTOCOL} is {@code security.protocol}.
 *
 * <p>Every problem is an {@link IllegalArgumentException} that says what is wrong.
 *
 * @param variables where the values come from
 */
public record ServiceVariables(Variables variables) {

  /** Brokers, registry, state directory. */
  public KafkaSettings kafka(String defaultApplicationId) {
    return new KafkaSettings(
        variables.require("BOOTSTRAP_SERVERS", "host:port of the brokers"),
        variables.require("SCHEMA_REGISTRY_URL", "http://host:port of the schema registry"),
        variables.text("APPLICATION_ID", defaultApplicationId),
        Path.of(variables.require("STATE_DIR", "a directory for the local state")),
        variables.find("GROUP_INSTANCE_ID"),
        variables.clientProperties());
  }

  /** Where to listen. */
  public HttpSettings http(int defaultPort) {
    return http(defaultPort, false);
  }

  /**
   * Where to listen.
   *
   * @param guarded whether the service finds out by itself who uses it
   */
  public HttpSettings http(int defaultPort, boolean guarded) {
    return new HttpSettings(
        variables.text("HOST", HttpSettings.LOOPBACK),
        variables.number("PORT", defaultPort),
        limits(RequestLimits.defaults()),
        guarded || variables.flag("TRUSTED_NETWORK", false));
  }

  private RequestLimits limits(RequestLimits defaults) {
    return new RequestLimits(
        variables.number("MAX_BODY_BYTES", (int) defaults.maxBodyBytes()),
        variables.number("MAX_CONCURRENT_REQUESTS", defaults.concurrent()),
        variables.number("REQUESTS_PER_SECOND", defaults.perSecond()),
        variables.number("REQUEST_BURST", defaults.burst()),
        variables.find("CALLER_HEADER"));
  }

  /** How missing topics are created. */
  public TopicSettings topics(TopicSettings defaults) {
    return new TopicSettings(
        variables.number("PARTITIONS", defaults.partitions()),
        (short) variables.number("REPLICATION_FACTOR", defaults.replicationFactor()));
  }

  /** The defaults with other threads. */
  public StreamsSettings streams(StreamsSettings defaults) {
    return new StreamsSettings(
        variables.number("THREADS", defaults.threads()),
        defaults.commitInterval(),
        defaults.cacheBytes(),
        defaults.rocksDbBytes(),
        defaults.standbyReplicas());
  }
}
