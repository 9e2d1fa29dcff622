package io.creditstream.scorer.topology;

import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.http.AdvertisedUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of this process. With other instances beside it, each is asked partition by partition:
 * what was assigned to this instance but is not open yet then shows as unavailable, not as empty.
 */
final class LocalStores {

  private final KafkaStreams streams;
  private final Optional<AdvertisedUrl> self;

  /**
   * @param self address under which the group knows this instance; empty for one that is alone
   */
  LocalStores(KafkaStreams streams, Optional<AdvertisedUrl> self) {
    this.streams = streams;
    this.self = self;
  }

  /**
   * The part of a store that belongs to a client.
   *
   * @throws io.creditstream.scorer.query.StateUnavailableException if it is not open here
   */
  ReadOnlyKeyValueStore<String, byte[]> ofClient(String name, String clientId) {
    return self.isEmpty() ? open(name) : open(name, partition(name, clientId));
  }

  /**
   * All parts of a store that were assigned to this instance.
   *
   * @throws io.creditstream.scorer.query.StateUnavailableException if one is not open
   */
  List<ReadOnlyKeyValueStore<String, byte[]>> all(String name) {
    if (self.isEmpty()) {
      return List.of(open(name));
    }
    List<ReadOnlyKeyValueStore<String, byte[]>> stores = new ArrayList<>();
    for (StreamsMetadata instance : StreamsAsked.answer(streams::metadataForAllStreamsClients)) {
      if (Hosts.isSelf(instance.hostInfo(), self.get())) {
        for (TopicPartition partition : instance.topicPartitions()) {
          if (partition.topic().equals(Topics.APPLICATIONS.name())) {
            stores.add(open(name, partition.partition()));
          }
        }
      }
    }
    return stores;
  }

  private int partition(String name, String clientId) {
    try (StringSerializer keys = new StringSerializer()) {
      return StreamsAsked.answer(
          () -> streams.queryMetadataForKey(name, clientId, keys).partition());
    }
  }

  private ReadOnlyKeyValueStore<String, byte[]> open(String name) {
    return StreamsAsked.answer(() -> streams.store(parameters(name)));
  }

  private ReadOnlyKeyValueStore<String, byte[]> open(String name, int partition) {
    return StreamsAsked.answer(() -> streams.store(parameters(name).withPartition(partition)));
  }

  private static StoreQueryParameters<ReadOnlyKeyValueStore<String, byte[]>> parameters(
      String name) {
    return StoreQueryParameters.fromNameAndType(
        name, QueryableStoreTypes.<String, byte[]>keyValueStore());
  }
}
