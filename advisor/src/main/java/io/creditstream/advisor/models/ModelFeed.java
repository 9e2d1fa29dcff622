package io.creditstream.advisor.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.schemas.ModelBundle;
import io.creditstream.service.health.HealthCheck;
import io.creditstream.service.models.ModelsFollower;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;

/** Follows the topic of the models and keeps a board up to date. */
public final class ModelFeed implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final ModelsFollower follower;
  private final Deserializer<ModelBundle> deserializer;
  private final ModelBoard board;

  /**
   * Time before which everything that was on the topic is on the board. A decision names only
   * models that were published before it, so that it may be asked for once this has passed it.
   */
  private volatile long readUpToNanos = Long.MIN_VALUE;

  /**
   * @param consumer a client without a group, owned by the feed from now on
   */
  public ModelFeed(
      Consumer<byte[], byte[]> consumer, Deserializer<ModelBundle> deserializer, ModelBoard board) {
    this.deserializer = deserializer;
    this.board = board;
    this.follower = new ModelsFollower("model-feed", consumer, POLL, this::follow);
  }

  /** Begins to follow the topic. */
  public void start() {
    follower.start();
  }

  /** Fails while models cannot be read. */
  public HealthCheck readiness() {
    return follower.readiness();
  }

  /** Fails once no model is learned of any more, until the process is started again. */
  public HealthCheck liveness() {
    return follower.liveness();
  }

  /** Whether everything that was published before a time is known, in {@link System#nanoTime}. */
  public boolean hasReadUpTo(long nanos) {
    long upTo = readUpToNanos;
    return upTo != Long.MIN_VALUE && upTo - nanos >= 0;
  }

  private void follow() throws InterruptedException {
    while (follower.isOpen()) {
      try {
        step();
      } catch (WakeupException e) {
        throw e;
      } catch (KafkaException e) {
        follower.pause(e);
      }
    }
  }

  private void step() throws InterruptedException {
    long begin = System.nanoTime();
    long end = follower.end();
    do {
      for (ConsumerRecord<byte[], byte[]> record : follower.poll()) {
        take(record);
      }
    } while (follower.isOpen() && follower.position() < end);
    readUpToNanos = begin;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    if (record.key() != null) {
      String key = new String(record.key(), UTF_8);
      follower.take(record, deserializer, bundle -> board.take(key, bundle));
    }
  }

  /** Stops following. */
  @Override
  public void close() {
    follower.close();
  }
}
