package io.creditstream.simulator.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A platform in memory: remembers what was sent, what was waited for and what was told. */
final class FakePlatform implements HistoryBarrier, FeedListener {

  /** What the barrier waited for, and how many applications were sent by then. */
  record Wait(Map<TopicPartition, Long> offsets, int applications) {}

  final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  final EventPublisher publisher = new EventPublisher(producer, new InMemorySchemaRegistryClient());
  final List<Wait> waits = new ArrayList<>();
  final List<String> announced = new ArrayList<>();
  final List<Long> written = new ArrayList<>();

  @Override
  public void await(Map<TopicPartition, Long> offsets) {
    waits.add(new Wait(offsets, applications().size()));
  }

  @Override
  public void sending(String applicationId) {
    announced.add(applicationId);
  }

  @Override
  public void written(long applications) {
    written.add(applications);
  }

  /** The clients whose applications were sent, in order. */
  List<String> applications() {
    return producer.history().stream()
        .filter(FakePlatform::isApplication)
        .map(FakePlatform::key)
        .toList();
  }

  /** Where the last record of history of each client stands among all records. */
  Map<String, Integer> lastHistory() {
    Map<String, Integer> last = new HashMap<>();
    List<ProducerRecord<byte[], byte[]>> sent = producer.history();
    for (int i = 0; i < sent.size(); i++) {
      if (!isApplication(sent.get(i))) {
        last.put(key(sent.get(i)), i);
      }
    }
    return last;
  }

  static boolean isApplication(ProducerRecord<byte[], byte[]> sent) {
    return sent.topic().equals(Topics.APPLICATIONS.name());
  }

  static String key(ProducerRecord<byte[], byte[]> sent) {
    return new String(sent.key(), UTF_8);
  }
}
