package io.creditstream.benchmarks.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerializer;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.kafka.KafkaSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Applications of the clients over and over, each under an id of its own. */
final class Load implements AutoCloseable {

  private final List<Dossier> clients;
  private final AvroSerializer<LoanApplication> serializer;
  private final KafkaProducer<byte[], byte[]> producer;
  private long sent;

  Load(List<Dossier> clients, KafkaSettings kafka, SchemaRegistryClient registry) {
    this.clients = clients;
    this.serializer = new AvroSerializer<>(LoanApplication.class, registry);
    Map<String, Object> settings = kafka.client();
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Writes one record a client to a topic. */
  void clients(String topic) {
    for (Dossier client : clients) {
      LoanApplication application = client.application();
      producer.send(
          new ProducerRecord<>(
              topic,
              application.getClientId().getBytes(UTF_8),
              serializer.serialize(topic, application)));
    }
    producer.flush();
  }

  /** Makes applications ready to be sent at once. */
  List<ProducerRecord<byte[], byte[]>> prepare(int count) {
    Instant now = Instant.now();
    return IntStream.range(0, count).mapToObj(i -> next(now)).toList();
  }

  /** Sends applications as fast as possible. */
  void send(List<ProducerRecord<byte[], byte[]>> records) {
    records.forEach(producer::send);
    producer.flush();
  }

  /**
   * Sends applications at a steady rate; the time of each is when it was due, so that a sender that
   * falls behind shows as latency.
   */
  void send(int count, double perSecond) {
    long start = System.nanoTime();
    Instant first = Instant.now();
    for (int i = 0; i < count; i++) {
      long due = (long) (i / perSecond * 1e9);
      while (System.nanoTime() - start < due) {
        LockSupport.parkNanos(Math.max(1, due - (System.nanoTime() - start)));
      }
      producer.send(next(first.plusNanos(due)));
    }
    producer.flush();
  }

  /** As {@link #send(int, double)}, while the caller goes on. */
  void sendMeanwhile(int count, double perSecond) {
    new Thread(() -> send(count, perSecond), "sender").start();
  }

  private ProducerRecord<byte[], byte[]> next(Instant time) {
    LoanApplication original = clients.get((int) (sent % clients.size())).application();
    LoanApplication application =
        LoanApplication.newBuilder(original)
            .setApplicationId("benchmark-" + sent++)
            .setSubmittedAt(time)
            .build();
    String topic = Topics.APPLICATIONS.name();
    return new ProducerRecord<>(
        topic,
        null,
        time.toEpochMilli(),
        application.getClientId().getBytes(UTF_8),
        serializer.serialize(topic, application));
  }

  @Override
  public void close() {
    producer.close();
  }
}
