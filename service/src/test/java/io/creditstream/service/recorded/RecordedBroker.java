package io.creditstream.service.recorded;

import io.creditstream.cluster.BrokerOptions;
import io.creditstream.cluster.EmbeddedBroker;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicAdmin;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.process.RestartPolicy;
import io.creditstream.service.streams.StreamsRunner;
import io.creditstream.service.streams.StreamsSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/** A broker as an application of an earlier release left it, for one of today to go on from. */
public final class RecordedBroker implements AutoCloseable {

  private static final Base64.Decoder DECODER = Base64.getDecoder();
  private static final TopicSettings TOPICS = new TopicSettings(1, (short) 1);

  private final EmbeddedBroker broker;
  private final KafkaSettings kafka;

  private RecordedBroker(EmbeddedBroker broker, KafkaSettings kafka) {
    this.broker = broker;
    this.kafka = kafka;
  }

  /**
   * Starts a broker without topics.
   *
   * @param directory for the broker, and for the state of the application, of which there is none
   * @param application its id
   */
  public static RecordedBroker start(Path directory, String application) {
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(directory.resolve("broker")));
    return new RecordedBroker(
        broker,
        KafkaSettings.of(
            broker.bootstrapServers(), "http://unused:1", application, directory.resolve("state")));
  }

  /** How the application reaches the broker. */
  public KafkaSettings kafka() {
    return kafka;
  }

  /** Makes the topics of the application, of one partition each. */
  public void createTopics(Collection<Topic<?>> topics, Collection<Topic<?>> inputs) {
    TopicAdmin.ensure(kafka, topics, inputs, TOPICS);
  }

  /** Writes the changelogs of the application, what it had read and how far it had read. */
  public void publish(RecordedState state, List<ProducerRecord<byte[], byte[]>> read) {
    try (Admin admin = Admin.create(kafka.client());
        KafkaProducer<byte[], byte[]> producer = producer()) {
      Set<String> changelogs =
          state.entries().stream().map(this::changelog).collect(Collectors.toSet());
      admin.createTopics(changelogs.stream().map(RecordedBroker::compacted).toList()).all().get();
      for (RecordedState.Entry entry : state.entries()) {
        producer.send(
            new ProducerRecord<>(
                changelog(entry), 0, DECODER.decode(entry.key()), DECODER.decode(entry.value())));
      }
      Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
      for (ProducerRecord<byte[], byte[]> record : read) {
        producer.send(record);
        next.merge(
            new TopicPartition(record.topic(), 0),
            new OffsetAndMetadata(1),
            (before, one) -> new OffsetAndMetadata(before.offset() + one.offset()));
      }
      producer.flush();
      admin.alterConsumerGroupOffsets(kafka.applicationId(), next).all().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker cannot be made as it was", e);
    }
  }

  private String changelog(RecordedState.Entry entry) {
    return RecordedState.changelog(kafka.applicationId(), entry.store());
  }

  private static NewTopic compacted(String topic) {
    return new NewTopic(topic, 1, (short) 1)
        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
  }

  /** The application of today, in one thread. */
  public StreamsRunner runner(Topology topology) {
    return StreamsRunner.create(
        topology,
        kafka,
        TOPICS,
        StreamsSettings.ofThreads(1),
        RestartPolicy.waitingFor(cause -> false),
        new SimpleMeterRegistry());
  }

  public KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        kafka.client(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public void close() {
    broker.close();
  }
}
