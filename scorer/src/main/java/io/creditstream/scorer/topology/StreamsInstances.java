package io.creditstream.scorer.topology;

import io.creditstream.scorer.query.Instances;
import io.creditstream.scorer.query.StateUnavailableException;
import io.creditstream.service.http.AdvertisedUrl;
import java.net.URI;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/**
 * The instances as the consumer group knows them. A client belongs to the partition that Kafka's
 * own producers give its id.
 */
public final class StreamsInstances implements Instances {

  private final KafkaStreams streams;
  private final AdvertisedUrl self;

  /**
   * @param self the address under which the group knows this instance
   */
  public StreamsInstances(KafkaStreams streams, AdvertisedUrl self) {
    this.streams = streams;
    this.self = self;
  }

  @Override
  public Holder of(String clientId) {
    try (StringSerializer keys = new StringSerializer()) {
      KeyQueryMetadata metadata =
          StreamsAsked.answer(
              () -> streams.queryMetadataForKey(ScoringNodes.DECISIONS_STORE, clientId, keys));
      HostInfo active =
          metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)
              ? HostInfo.unavailable()
              : metadata.activeHost();
      if (active.equals(HostInfo.unavailable())) {
        return new Holder.Unknown();
      }
      return Hosts.isSelf(active, self) ? new Holder.Here() : new Holder.There(uri(active));
    } catch (StateUnavailableException e) {
      return new Holder.Unknown();
    }
  }

  @Override
  public List<URI> others() {
    return StreamsAsked.answer(streams::metadataForAllStreamsClients).stream()
        .map(StreamsMetadata::hostInfo)
        .filter(host -> !host.equals(HostInfo.unavailable()) && !Hosts.isSelf(host, self))
        .distinct()
        .map(this::uri)
        .toList();
  }

  private URI uri(HostInfo host) {
    return self.other(host.host(), host.port());
  }
}
