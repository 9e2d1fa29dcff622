package io.creditstream.benchmarks.pipeline;

import io.creditstream.service.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what a subject writes, committed records alone, from the present end on. */
final class Output implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final KafkaConsumer<byte[], byte[]> consumer;

  Output(Workbench workbench, KafkaSettings kafka, String topic) {
    Map<String, Object> settings = kafka.client();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(workbench.partitions(topic));
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position);
  }

  /** Waits for this many records, or a few more; gives their number. */
  int await(int count) {
    return await(count, new Histogram(3));
  }

  /**
   * Waits for this many records, or a few more; gives their number.
   *
   * @param latencies takes the milliseconds from each record's time until it was seen
   */
  int await(int count, Histogram latencies) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    int seen = 0;
    while (seen < count) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      long now = System.currentTimeMillis();
      for (ConsumerRecord<byte[], byte[]> record : records) {
        latencies.recordValue(Math.max(0, now - record.timestamp()));
      }
      seen += records.count();
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("only " + seen + " of " + count + " records came");
      }
    }
    return seen;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
