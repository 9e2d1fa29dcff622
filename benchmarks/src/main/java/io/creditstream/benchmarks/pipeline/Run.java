package io.creditstream.benchmarks.pipeline;

import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.streams.FreshLagClients;
import io.creditstream.service.streams.RocksDbMemory;
import io.creditstream.service.streams.StreamsProperties;
import io.creditstream.service.streams.StreamsSettings;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** A subject that runs, with the settings of the scorer. */
final class Run implements AutoCloseable {

  private final KafkaStreams streams;
  private final RocksDbMemory memory;
  private final CountDownLatch running = new CountDownLatch(1);
  private final Restored restored = new Restored();

  private Run(Subject subject, KafkaSettings kafka, StreamsSettings settings, String guarantee) {
    this.memory = RocksDbMemory.of(settings);
    Properties properties =
        StreamsProperties.exactlyOnce(kafka, TopicSettings.defaults(), settings, memory);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
    this.streams = new KafkaStreams(subject.topology(), properties, new FreshLagClients());
    streams.setGlobalStateRestoreListener(restored);
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
          }
        });
  }

  /** Starts a subject; returns when it runs, all of its state restored. */
  static Run start(
      Subject subject, KafkaSettings kafka, StreamsSettings settings, String guarantee) {
    Run run = new Run(subject, kafka, settings, guarantee);
    run.streams.start();
    try {
      if (!run.running.await(5, TimeUnit.MINUTES)) {
        throw new IllegalStateException(subject.name() + " does not run");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return run;
  }

  /** Records restored from changelogs. */
  long restoredRecords() {
    return restored.records.get();
  }

  /** Seconds from the first record restored to the last. */
  double restoreSeconds() {
    return (restored.end.get() - restored.start.get()) / 1e9;
  }

  /** Takes no more records up. */
  void pause() {
    streams.pause();
  }

  /** Goes on. */
  void resume() {
    streams.resume();
  }

  @Override
  public void close() {
    streams.close(
        CloseOptions.timeout(Duration.ofSeconds(60))
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    memory.close();
  }

  private static final class Restored implements StateRestoreListener {

    private final AtomicLong records = new AtomicLong();
    private final AtomicLong start = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong end = new AtomicLong();

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
      start.accumulateAndGet(System.nanoTime(), Math::min);
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long to, long count) {
      records.addAndGet(count);
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long total) {
      end.accumulateAndGet(System.nanoTime(), Math::max);
    }
  }
}
