package io.creditstream.drift.topology;

import io.creditstream.service.streams.StreamsProperties;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of the topology; their values carry the version of their format. */
final class DriftStores {

  /** A change carries the event time of a decision, which may lie ahead of the broker's clock. */
  private static final Map<String, String> CHANGELOG =
      Map.of(
          TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
          Integer.toString(StreamsProperties.MAX_RECORD_BYTES),
          TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
          Long.toString(Long.MAX_VALUE));

  private DriftStores() {}

  static StoreBuilder<KeyValueStore<Integer, byte[]>> pending() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(DriftNodes.PENDING_STORE),
            Serdes.Integer(),
            StateFormat.serde())
        .withLoggingEnabled(CHANGELOG);
  }

  static StoreBuilder<KeyValueStore<String, byte[]>> applications() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(DriftNodes.APPLICATIONS_STORE),
            Serdes.String(),
            StateFormat.serde())
        .withLoggingEnabled(CHANGELOG);
  }

  /** Cached, so that a window that changes several times between two commits is written once. */
  static StoreBuilder<KeyValueStore<String, byte[]>> windows() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(DriftNodes.WINDOWS_STORE),
            Serdes.String(),
            StateFormat.serde())
        .withCachingEnabled()
        .withLoggingEnabled(CHANGELOG);
  }
}
