package io.creditstream.standalone.recorded;

import io.creditstream.schemas.SourceRecord;
import io.creditstream.service.streams.StreamsProperties;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

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

  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Map<String, Object> client;
  private final String topic;
  private final Function<Map<String, Object>, Producer<byte[], byte[]>> producers;

  /**
   * @param client properties of Kafka clients, at least the bootstrap servers
   * @param topic the topic that the letters came from
   */
  public LetterReplay(Map<String, Object> client, String topic) {
    this(
        client,
        topic,
        settings ->
            new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  /**
   * @param producers makes a transactional producer of its properties
   */
  LetterReplay(
      Map<String, Object> client,
      String topic,
      Function<Map<String, Object>, Producer<byte[], byte[]>> producers) {
    this.client = Map.copyOf(client);
    this.topic = topic;
    this.producers = producers;
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
   *     it says whether none is sent or that is not known
   */
  public Done send(Predicate<SetAside> wanted, boolean again) {
    Producer<byte[], byte[]> producer = producers.apply(settings());
    try (TopicScan scan = new TopicScan(client)) {
      producer.initTransactions();
      Done done = write(producer, scan, wanted, again);
      commit(producer);
      return done;
    } catch (ProducerFencedException e) {
      throw new IllegalStateException(
          "another replay of %s runs: see ./creditstream dlq list when it is done".formatted(topic),
          e);
    } catch (KafkaException e) {
      throw new IllegalStateException(
          "no dead letter of %s was sent again: %s".formatted(topic, e.getMessage()), e);
    } finally {
      producer.close(CLOSING);
    }
  }

  /** Writes them; when it returns the brokers have all of them, not committed. */
  private Done write(
      Producer<byte[], byte[]> producer,
      TopicScan scan,
      Predicate<SetAside> wanted,
      boolean again) {
    ReplayedLetters replayed = ReplayedLetters.in(scan, topic);
    List<TopicPartition> partitions = scan.partitions(topic);
    AtomicReference<@Nullable KafkaException> refusal = new AtomicReference<>();
    long[] counts = new long[3];
    producer.beginTransaction();
    try {
      DeadLetters.read(
          scan,
          topic,
          letter -> {
            if (!wanted.test(letter)) {
              return;
            }
            if (letter.isLeftOut()) {
              counts[2]++;
            } else if (!again && replayed.contains(letter)) {
              counts[1]++;
            } else {
              counts[0]++;
              producer.send(
                  record(letter, partitions),
                  (place, failure) -> {
                    if (failure != null) {
                      refusal.compareAndSet(null, refused(letter, failure));
                    }
                  });
            }
          });
      producer.flush();
    } catch (KafkaException e) {
      throw Objects.requireNonNullElse(refusal.get(), e);
    }
    KafkaException first = refusal.get();
    if (first != null) {
      throw first;
    }
    return new Done(counts[0], counts[1], counts[2]);
  }

  private static KafkaException refused(SetAside letter, Exception failure) {
    if (failure instanceof ProducerFencedException
        || failure instanceof InvalidProducerEpochException) {
      return new ProducerFencedException(failure.getMessage());
    }
    String why =
        failure instanceof RecordTooLargeException
            ? "is larger than the topic takes: raise max.message.bytes of it, or send the others by"
                + " --offset"
            : "was not taken: " + failure.getMessage();
    return new KafkaException(
        "the one at %d:%d %s".formatted(letter.record().partition(), letter.record().offset(), why),
        failure);
  }

  /** A commit that fails may have been made all the same: its answer alone may be lost. */
  private void commit(Producer<byte[], byte[]> producer) {
    try {
      producer.commitTransaction();
    } catch (ProducerFencedException e) {
      throw e;
    } catch (KafkaException e) {
      throw new IllegalStateException(
          ("it is not known whether the dead letters of %s were sent again (%s): see ./creditstream"
                  + " dlq list, or ask again, which sends those that were not")
              .formatted(topic, e.getMessage()),
          e);
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

  /**
   * A letter may be as large as an application writes one. It has to fit into the topic that took
   * the record, whoever compressed it and how: zstd is the closest of all.
   */
  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, ID + topic);
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.putIfAbsent(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, StreamsProperties.MAX_RECORD_BYTES);
    settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.putIfAbsent(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST_TRANSACTION.toMillis());
    return settings;
  }
}
