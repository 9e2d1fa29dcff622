package io.creditstream.service.config;

import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.streams.StreamsSettings;
import java.util.Objects;

/**
 * Where a stream application runs and how it uses its machine.
 *
 * @param kafka brokers, registry, application id, state directory
 * @param http where it listens
 * @param topics how missing topics are created
 * @param streams threads, commit interval, memory
 */
public record ServiceConfig(
    KafkaSettings kafka, HttpSettings http, TopicSettings topics, StreamsSettings streams) {

  public ServiceConfig {
    Objects.requireNonNull(kafka, "kafka");
    Objects.requireNonNull(http, "http");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(streams, "streams");
  }

  /** The same with another address and other limits of requests. */
  public ServiceConfig withHttp(HttpSettings other) {
    return new ServiceConfig(kafka, other, topics, streams);
  }

  /** The same with other settings of missing topics. */
  public ServiceConfig withTopics(TopicSettings other) {
    return new ServiceConfig(kafka, http, other, streams);
  }

  /** The same with other settings of the streams. */
  public ServiceConfig withStreams(StreamsSettings other) {
    return new ServiceConfig(kafka, http, topics, other);
  }
}
