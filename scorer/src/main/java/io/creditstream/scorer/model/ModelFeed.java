package io.creditstream.scorer.model;

import io.creditstream.model.ModelEngine;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.scorer.metrics.ScoringMetrics;
import io.creditstream.service.models.ModelsFollower;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Follows the topic of the models from its beginning, in a thread of its own. Of what is there at
 * the start the newest sound champion is taken; after that every new one. A bad record, a broker or
 * a registry that is down never ends it.
 */
public final class ModelFeed implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int KEPT_AT_START = 5;

  private final ModelsFollower follower;
  private final ModelInbox inbox;
  private final Runnable onFirst;
  private boolean any;

  /**
   * @param consumer a client without a group, owned by the feed from now on
   * @param engine what runs the models
   * @param onFirst called in the thread of the feed once the first model is active
   */
  public ModelFeed(
      Consumer<byte[], byte[]> consumer,
      Deserializer<ModelBundle> deserializer,
      ModelEngine engine,
      ActiveModel active,
      ScoringMetrics metrics,
      Runnable onFirst) {
    this.inbox = new ModelInbox(deserializer, engine, active, metrics);
    this.onFirst = onFirst;
    this.follower = new ModelsFollower("model-feed", consumer, POLL, this::follow);
  }

  /** Begins to follow the topic. */
  public void start() {
    follower.start();
  }

  private void follow() throws InterruptedException {
    takeNewest(readToEnd());
    while (follower.isOpen()) {
      for (ConsumerRecord<byte[], byte[]> record : poll()) {
        if (ModelInbox.isChampion(record.key())) {
          take(record);
        }
      }
    }
  }

  /** The last champions of what the topic holds now, the newest first. */
  private Deque<ConsumerRecord<byte[], byte[]>> readToEnd() throws InterruptedException {
    Deque<ConsumerRecord<byte[], byte[]>> newest = new ArrayDeque<>();
    long end = offset(follower::end);
    while (follower.isOpen() && offset(follower::position) < end) {
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

  /** Asks the broker for an offset until it answers. */
  private long offset(LongSupplier question) throws InterruptedException {
    while (true) {
      try {
        return question.getAsLong();
      } catch (WakeupException e) {
        throw e;
      } catch (KafkaException e) {
        follower.pause(e);
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
      return follower.poll();
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      follower.pause(e);
      return List.of();
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    while (follower.isOpen()) {
      try {
        if (inbox.take(record.value(), record.offset()) && !any) {
          any = true;
          onFirst.run();
        }
        return;
      } catch (RegistryUnavailableException e) {
        follower.pause(e);
      }
    }
  }

  /** Stops following. */
  @Override
  public void close() {
    follower.close();
  }
}
