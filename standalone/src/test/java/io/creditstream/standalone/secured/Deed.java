package io.creditstream.standalone.secured;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Something that somebody does on the brokers; what they say against it is thrown. */
@FunctionalInterface
interface Deed {

  /** Does it with a client of these properties. */
  void doWith(Map<String, Object> client) throws Exception;

  static Deed write(String topic) {
    return client -> {
      try (KafkaProducer<byte[], byte[]> producer = producer(client)) {
        producer.send(new ProducerRecord<>(topic, 0, new byte[0], new byte[0])).get();
      } catch (ExecutionException e) {
        throw (Exception) e.getCause();
      }
    };
  }

  /** Waits for records; what may not be read is told by an exception. */
  static Deed read(String topic) {
    return client -> {
      TopicPartition partition = new TopicPartition(topic, 0);
      try (KafkaConsumer<byte[], byte[]> consumer = consumer(client)) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, 0);
        while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
          // Asked again until there is an answer.
        }
      }
    };
  }

  static Deed join(String group) {
    return client -> {
      try (KafkaConsumer<byte[], byte[]> consumer = consumer(with(client, "group.id", group))) {
        consumer.subscribe(List.of("credit.decisions.v1"));
        while (consumer.assignment().isEmpty()) {
          consumer.poll(Duration.ofSeconds(1));
        }
      }
    };
  }

  static Deed beginTransactions(String id) {
    return client -> {
      try (KafkaProducer<byte[], byte[]> producer =
          producer(with(client, "transactional.id", id))) {
        producer.initTransactions();
      }
    };
  }

  static Deed ask(Function<Admin, KafkaFuture<?>> request) {
    return client -> {
      try (Admin admin = Admin.create(client)) {
        request.apply(admin).get(1, TimeUnit.MINUTES);
      } catch (ExecutionException e) {
        throw (Exception) e.getCause();
      }
    };
  }

  private static Map<String, Object> with(Map<String, Object> client, String key, String value) {
    Map<String, Object> more = new HashMap<>(client);
    more.put(key, value);
    return more;
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> client) {
    return new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> client) {
    return new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
