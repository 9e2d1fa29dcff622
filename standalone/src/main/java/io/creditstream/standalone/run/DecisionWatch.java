package io.creditstream.standalone.run;

import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.simulator.feed.FeedListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Sees what leaves the stream as a downstream system would (committed records alone) and matches it
 * with what was sent: decisions by outcome, dead letters and the time from sending an application
 * to seeing its decision.
 */
final class DecisionWatch implements FeedListener, AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final long MAX_LATENCY_MICROS = Duration.ofHours(1).toNanos() / 1000;

  private final Consumer<byte[], byte[]> consumer;
  private final AvroDeserializer<LoanDecision> decoder;
  private final java.util.function.Consumer<LoanDecision> seen;
  private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
  private final Map<DecisionOutcome, AtomicLong> outcomes = new ConcurrentHashMap<>();
  private final ConcurrentHistogram latencies = new ConcurrentHistogram(MAX_LATENCY_MICROS, 3);
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong deadLetters = new AtomicLong();
  private final AtomicLong deadApplications = new AtomicLong();
  private final Thread thread = new Thread(this::run, "decision-watch");
  private volatile long firstSentNanos;
  private volatile long lastDecisionNanos;
  private volatile boolean closed;
  private volatile @Nullable RuntimeException failure;

  private DecisionWatch(
      Consumer<byte[], byte[]> consumer,
      SchemaRegistryClient registry,
      java.util.function.Consumer<LoanDecision> seen) {
    this.seen = seen;
    this.consumer = consumer;
    this.decoder = new AvroDeserializer<>(LoanDecision.class, registry);
  }

  /**
   * Starts to watch from the present end of the topics on.
   *
   * @param seen told of every decision about an application that was sent, by the watching thread
   */
  static DecisionWatch start(
      String bootstrapServers,
      SchemaRegistryClient registry,
      java.util.function.Consumer<LoanDecision> seen) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions = partitions(consumer);
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    DecisionWatch watch = new DecisionWatch(consumer, registry, seen);
    watch.thread.start();
    return watch;
  }

  @Override
  public void sending(String applicationId) {
    long now = System.nanoTime();
    if (sent.getAndIncrement() == 0) {
      firstSentNanos = now;
      lastDecisionNanos = now;
    }
    sentAt.put(applicationId, now);
  }

  @Override
  public void written(long applications) {}

  /** Applications sent. */
  long sent() {
    return sent.get();
  }

  /** Decisions about applications sent. */
  long decided() {
    return outcomes.values().stream().mapToLong(AtomicLong::get).sum();
  }

  long decided(DecisionOutcome outcome) {
    AtomicLong count = outcomes.get(outcome);
    return count == null ? 0 : count.get();
  }

  long deadLetters() {
    return deadLetters.get();
  }

  /** Whether every application sent was decided or set aside. */
  boolean complete() {
    RuntimeException problem = failure;
    if (problem != null) {
      throw problem;
    }
    return sentAt.size() <= deadApplications.get();
  }

  /** Seconds from the first application to the last decision. */
  double seconds() {
    return (lastDecisionNanos - firstSentNanos) / 1e9;
  }

  /** A percentile of the time from sending an application to seeing its decision, in ms. */
  double latencyMillis(double percentile) {
    return latencies.getTotalCount() == 0 ? 0 : latencies.getValueAtPercentile(percentile) / 1000.0;
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (consumer) {
      while (!closed) {
        consumer.poll(POLL).forEach(this::see);
      }
    } catch (WakeupException e) {
      // Closed while polling.
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void see(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(Topics.DECISIONS.name())) {
      seeDecision(record);
    } else {
      deadLetters.incrementAndGet();
      if (record.topic().equals(Topics.APPLICATIONS.deadLetterTopic())) {
        deadApplications.incrementAndGet();
      }
    }
  }

  private void seeDecision(ConsumerRecord<byte[], byte[]> record) {
    long now = System.nanoTime();
    LoanDecision decision = decoder.deserialize(record.topic(), record.value());
    Long sentNanos = decision == null ? null : sentAt.remove(decision.getApplicationId());
    if (decision != null && sentNanos != null) {
      outcomes
          .computeIfAbsent(decision.getOutcome(), outcome -> new AtomicLong())
          .incrementAndGet();
      latencies.recordValue(Math.min((now - sentNanos) / 1000, MAX_LATENCY_MICROS));
      lastDecisionNanos = now;
      seen.accept(decision);
    }
  }

  private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
    List<String> topics = new ArrayList<>();
    topics.add(Topics.DECISIONS.name());
    for (Topic<?> topic : Topics.all()) {
      topics.add(topic.deadLetterTopic());
    }
    Map<String, List<PartitionInfo>> known = consumer.listTopics();
    return topics.stream()
        .flatMap(topic -> known.getOrDefault(topic, List.of()).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }
}
