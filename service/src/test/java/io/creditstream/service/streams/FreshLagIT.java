package io.creditstream.service.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.cluster.BrokerOptions;
import io.creditstream.cluster.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stream is told of the partitions that it has read to their end. */
class FreshLagIT {

  private static final TopicPartition WRITTEN = new TopicPartition("topic", 0);
  private static final TopicPartition EMPTY = new TopicPartition("topic", 1);

  @TempDir Path directory;

  @Test
  void shouldTellALagThoughAFetchIsHeldBackForLong() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(directory));
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(WRITTEN.topic(), 2, (short) 1))).all().get();
      Consumer<byte[], byte[]> consumer = consumer(broker);
      try {
        consumer.assign(List.of(WRITTEN, EMPTY));
        consumer.seekToBeginning(consumer.assignment());
        write(broker, WRITTEN);
        awaitRecord(consumer);

        assertThat(consumer.currentLag(EMPTY))
            .as("the next fetch is on its way and nothing will arrive for a minute")
            .hasValue(0);

        write(broker, EMPTY);
        awaitRecord(consumer);
        assertThat(consumer.currentLag(WRITTEN)).hasValue(0);
      } finally {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
      }
    }
  }

  private static void awaitRecord(Consumer<byte[], byte[]> consumer) {
    Awaitility.await("a record")
        .atMost(Duration.ofSeconds(60))
        .until(() -> consumer.poll(Duration.ofMillis(100)).count() == 1);
  }

  private static void write(EmbeddedBroker broker, TopicPartition partition) throws Exception {
    Map<String, Object> properties = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(partition.topic(), partition.partition(), null, new byte[1]))
          .get();
    }
  }

  private static Consumer<byte[], byte[]> consumer(EmbeddedBroker broker) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("bootstrap.servers", broker.bootstrapServers());
    properties.put("group.id", "group");
    properties.put("enable.auto.commit", false);
    properties.put("fetch.max.wait.ms", 60_000);
    properties.put("request.timeout.ms", 90_000);
    properties.put("default.api.timeout.ms", 90_000);
    return new FreshLagClients().getConsumer(properties);
  }
}
