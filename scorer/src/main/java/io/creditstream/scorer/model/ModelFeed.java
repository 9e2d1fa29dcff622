package io.creditstream.scorer.model;

import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.metrics.ScoringMetrics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topic of the models from its beginning, in a thread of its own. Of what is there at
 * the start the newest sound champion is taken; after that every new one. A bad record, a broker or
 * a registry that is down never ends it.
 */
public final class ModelFeed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ModelFeed.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
  private static final int KEPT_AT_START = 5;

  private final Consumer<byte[], byte[]> consumer;
  private final ModelInbox inbox;
  private final Runnable onFirst;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "model-feed");
  private boolean any;

  /**
   * @param consumer a client without a group, owned by the feed from now on
   * @param onFirst called in the thread of the feed once the first model is active
   */
  public ModelFeed(
      Consumer<byte[], byte[]> consumer,
      Deserializer<ModelBundle> deserializer,
      ActiveModel active,
      ScoringMetrics metrics,
      Runnable onFirst) {
    this.consumer = consumer;
    this.inbox = new ModelInbox(deserializer, active, metrics);
    this.onFirst = onFirst;
    thread.setDaemon(true);
  }

  /** Begins to follow the topic. */
  public void start() {
    thread.start();
  }

  private void run() {
    List<TopicPartition> partitions = List.of(new TopicPartition(Topics.MODELS.name(), 0));
    try (consumer) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      takeNewest(readToEnd(partitions));
      while (!isClosing()) {
        for (ConsumerRecord<byte[], byte[]> record : poll()) {
          if (ModelInbox.isChampion(record.key())) {
            take(record);
          }
        }
      }
    } catch (WakeupException e) {
      LOG.atDebug().setMessage("model feed ends").log();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last champions of what the topic holds now, the newest first. */
  private Deque<ConsumerRecord<byte[], byte[]>> readToEnd(List<TopicPartition> partitions)
      throws InterruptedException {
    Deque<ConsumerRecord<byte[], byte[]>> newest = new ArrayDeque<>();
    Map<TopicPartition, Long> ends = endOffsets(partitions);
    while (!isClosing()
        && partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      for (ConsumerRecord<byte[], byte[]> record : poll()) {
        if (ModelInbox.isChampion(record.key())) {
          newest.addFirst(record);
          if (newest.size() > KEPT_AT_START) {
            newest.removeLast();
          }
        }
      }
    }
    return newest;
  }

  private Map<TopicPartition, Long> endOffsets(List<TopicPartition> partitions)
      throws InterruptedException {
    while (true) {
      try {
        return consumer.endOffsets(partitions);
      } catch (WakeupException e) {
        throw e;
      } catch (KafkaException e) {
        pause(e);
      }
    }
  }

  private void takeNewest(Deque<ConsumerRecord<byte[], byte[]>> newest)
      throws InterruptedException {
    Iterator<ConsumerRecord<byte[], byte[]>> records = newest.iterator();
    while (!any && records.hasNext()) {
      take(records.next());
    }
  }

  private Iterable<ConsumerRecord<byte[], byte[]>> poll() throws InterruptedException {
    try {
      return consumer.poll(POLL);
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      pause(e);
      return List.of();
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    while (!isClosing()) {
      try {
        if (inbox.take(record.value(), record.offset()) && !any) {
          any = true;
          onFirst.run();
        }
        return;
      } catch (RegistryUnavailableException e) {
        pause(e);
      }
    }
  }

  private void pause(RuntimeException cause) throws InterruptedException {
    LOG.atWarn()
        .setMessage("models not readable, trying again")
        .addKeyValue("exception", cause.getClass().getName())
        .log();
    if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new WakeupException();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Stops following. */
  @Override
  public void close() {
    closing.countDown();
    consumer.wakeup();
    try {
      thread.join(CLOSE_TIMEOUT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
