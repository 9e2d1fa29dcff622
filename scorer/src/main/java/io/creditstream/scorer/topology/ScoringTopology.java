package io.creditstream.scorer.topology;

import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.streams.EventTimestamps;
import io.creditstream.service.streams.StreamsProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The scoring topology. Records are read as bytes and decoded by the processors, so that a bad one
 * is a dead letter and never an exception of the client.
 *
 * <pre>
 * history topics ─► upsert ─► history stores
 *                      │           │
 * applications ───► decide ◄───────┘  ─► decisions, and those of the challenger
 * rescore requests ───┘
 *       each of them ─► its dead-letter topic
 * </pre>
 */
public final class ScoringTopology {

  private final ScoringParts parts;
  private final Topology topology = new Topology();

  private ScoringTopology(ScoringParts parts) {
    this.parts = parts;
  }

  /** The topology over its parts. */
  public static Topology build(ScoringParts parts) {
    return new ScoringTopology(parts).assemble();
  }

  private Topology assemble() {
    HistorySource.all().forEach(this::addHistory);
    addApplications();
    return topology;
  }

  private <R extends SpecificRecordBase> void addHistory(HistorySource<R> source) {
    String upsert = ScoringNodes.upsert(source);
    String store = ScoringNodes.historyStore(source);
    String setAside = ScoringNodes.setAside(source.topic());
    addSource(source.topic());
    topology.addProcessor(
        upsert,
        () ->
            new HistoryProcessor<>(
                parts.gate(source),
                parts.histories().pages(source),
                store,
                setAside,
                parts.metrics()),
        ScoringNodes.read(source.topic()));
    topology.addStateStore(store(store).withCachingEnabled(), upsert);
    addSink(setAside, source.topic().deadLetterTopic(), upsert);
  }

  private void addApplications() {
    addSource(Topics.APPLICATIONS);
    addSource(Topics.RESCORE_REQUESTS);
    List<String> parents = new ArrayList<>();
    parents.add(ScoringNodes.read(Topics.APPLICATIONS));
    parents.add(ScoringNodes.read(Topics.RESCORE_REQUESTS));
    HistorySource.all().forEach(source -> parents.add(ScoringNodes.upsert(source)));
    topology.addProcessor(
        ScoringNodes.DECIDE, () -> new ApplicationProcessor(parts), parents.toArray(String[]::new));
    topology.addStateStore(store(ScoringNodes.WAITING_STORE), ScoringNodes.DECIDE);
    topology.addStateStore(store(ScoringNodes.DECISIONS_STORE), ScoringNodes.DECIDE);
    topology.addStateStore(store(ScoringNodes.CLIENT_DECISIONS_STORE), ScoringNodes.DECIDE);
    for (HistorySource<?> source : HistorySource.all()) {
      topology.connectProcessorAndStateStores(
          ScoringNodes.DECIDE, ScoringNodes.historyStore(source));
    }
    addSink(ScoringNodes.WRITE_DECISIONS, Topics.DECISIONS.name(), ScoringNodes.DECIDE);
    addSink(
        ScoringNodes.WRITE_CHALLENGER_DECISIONS,
        Topics.CHALLENGER_DECISIONS.name(),
        ScoringNodes.DECIDE);
    addSink(
        ScoringNodes.setAside(Topics.APPLICATIONS),
        Topics.APPLICATIONS.deadLetterTopic(),
        ScoringNodes.DECIDE);
    addSink(
        ScoringNodes.setAside(Topics.RESCORE_REQUESTS),
        Topics.RESCORE_REQUESTS.deadLetterTopic(),
        ScoringNodes.DECIDE);
  }

  private void addSource(Topic<?> topic) {
    topology.addSource(
        AutoOffsetReset.earliest(),
        ScoringNodes.read(topic),
        new EventTimestamps(),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        topic.name());
  }

  private void addSink(String name, String topic, String parent) {
    topology.addSink(name, topic, new ByteArraySerializer(), new ByteArraySerializer(), parent);
  }

  private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
        .withLoggingEnabled(
            Map.of(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(StreamsProperties.MAX_RECORD_BYTES),
                TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                Long.toString(Long.MAX_VALUE)));
  }
}
