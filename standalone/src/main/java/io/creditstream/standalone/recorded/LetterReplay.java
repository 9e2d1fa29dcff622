package io.creditstream.standalone.recorded;

import io.creditstream.schemas.SourceRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends dead letters to the topic that they came from, with their bytes, their key and their
 * headers, in the partition where they lay.
 *
 * <p>Each letter is sent at most once: which ones were is told by the marks in the topic itself,
 * read after all other replays of it were shut out by their transactional id, and all letters go in
 * one transaction.
 */
public final class LetterReplay {

  private static final String ID = "creditstream-dlq-replay-";

  /** As long as brokers allow unless told otherwise: all dead letters are read in the meantime. */
  private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);

  private final Map<String, Object> client;
  private final String topic;

  /**
   * @param client properties of Kafka clients, at least the bootstrap servers
   * @param topic the topic that the letters came from
   */
  public LetterReplay(Map<String, Object> client, String topic) {
    this.client = Map.copyOf(client);
    this.topic = topic;
  }

  /**
   * What was done.
   *
   * @param sent letters that were sent
   * @param sentBefore letters that were asked for, but had been sent before
   * @param leftOut letters that were asked for, but lack the bytes of their record
   */
  public record Done(long sent, long sentBefore, long leftOut) {}

  /**
   * Sends letters.
   *
   * @param again whether also those that were sent before
   * @throws IllegalStateException if another replay of the topic takes over, or the brokers refuse;
   *     then none is sent
   */
  public Done send(Predicate<SetAside> wanted, boolean again) {
    try (KafkaProducer<byte[], byte[]> producer = producer();
        TopicScan scan = new TopicScan(client)) {
      producer.initTransactions();
      ReplayedLetters replayed = ReplayedLetters.in(scan, topic);
      List<TopicPartition> partitions = scan.partitions(topic);
      long[] counts = new long[3];
      producer.beginTransaction();
      DeadLetters.read(
          scan,
          topic,
          letter -> {
            if (wanted.test(letter) && letter.isLeftOut()) {
              counts[2]++;
            } else if (wanted.test(letter) && !again && replayed.contains(letter)) {
              counts[1]++;
            } else if (wanted.test(letter)) {
              counts[0]++;
              producer.send(record(letter, partitions));
            }
          });
      producer.commitTransaction();
      return new Done(counts[0], counts[1], counts[2]);
    } catch (ProducerFencedException e) {
      throw new IllegalStateException(
          "another replay of %s runs: see ./creditstream dlq list when it is done".formatted(topic),
          e);
    } catch (KafkaException e) {
      throw new IllegalStateException(
          "no dead letter of %s was sent again: %s".formatted(topic, e.getMessage()), e);
    }
  }

  private ProducerRecord<byte[], byte[]> record(SetAside letter, List<TopicPartition> partitions) {
    Integer partition =
        letter
            .source()
            .map(SourceRecord::getPartition)
            .filter(number -> partitions.contains(new TopicPartition(topic, number)))
            .orElse(null);
    long timestamp = letter.record().timestamp();
    return new ProducerRecord<>(
        topic,
        partition,
        timestamp > 0 ? timestamp : null,
        letter.record().key(),
        letter.record().value(),
        ReplayMark.of(letter));
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, ID + topic);
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.putIfAbsent(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST_TRANSACTION.toMillis());
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
