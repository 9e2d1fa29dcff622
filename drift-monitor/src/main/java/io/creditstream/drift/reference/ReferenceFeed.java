package io.creditstream.drift.reference;

import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.models.ModelsFollower;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Follows the topic of the models from its beginning, in a thread of its own, and finds models in
 * what it read. A decision can name a model only after that was published, so that a model which is
 * still not found once the feed has caught up with the topic does not exist. A bad record, a broker
 * or a registry that is down never ends the feed.
 */
public final class ReferenceFeed implements ModelCatalog, AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CATCH_UP = Duration.ofSeconds(30);
  private static final Duration UNKNOWN_FOR = Duration.ofSeconds(1);
  private static final int UNKNOWN_KEPT = 1_000;

  private final ModelsFollower follower;
  private final Deserializer<ModelBundle> deserializer;
  private final ReferenceModels models;
  private final Map<String, Long> unknown = new ConcurrentHashMap<>();
  private final CatchUp catchUp = new CatchUp();

  /**
   * @param consumer a client without a group, owned by the feed from now on
   */
  public ReferenceFeed(
      Consumer<byte[], byte[]> consumer,
      Deserializer<ModelBundle> deserializer,
      ReferenceModels models) {
    this.deserializer = deserializer;
    this.models = models;
    this.follower = new ModelsFollower("reference-feed", consumer, POLL, this::follow);
  }

  /** Begins to follow the topic. */
  public void start() {
    follower.start();
  }

  @Override
  public Optional<ReferenceModel> find(String sha256) {
    Optional<ReferenceModel> known = models.find(sha256);
    if (known.isPresent() || isKnownUnknown(sha256)) {
      return known;
    }
    if (!catchUp.await(CATCH_UP)) {
      throw new ModelsUnavailableException(
          "the models in " + Topics.MODELS.name() + " cannot be read: check the broker");
    }
    known = models.find(sha256);
    if (known.isEmpty()) {
      remember(sha256);
    }
    return known;
  }

  /** Many decisions may name a model that is gone: not each of them shall wait for the feed. */
  private boolean isKnownUnknown(String sha256) {
    Long since = unknown.get(sha256);
    return since != null && System.nanoTime() - since < UNKNOWN_FOR.toNanos();
  }

  private void remember(String sha256) {
    if (unknown.size() >= UNKNOWN_KEPT) {
      unknown.clear();
    }
    unknown.put(sha256, System.nanoTime());
  }

  private void follow() throws InterruptedException {
    try {
      while (follower.isOpen()) {
        step();
      }
    } finally {
      catchUp.end();
    }
  }

  private void step() throws InterruptedException {
    try {
      long asked = catchUp.asked();
      long end = catchUp.isDue(asked) ? follower.end() : -1;
      for (ConsumerRecord<byte[], byte[]> record : follower.poll()) {
        follower.take(record, deserializer, models::take);
      }
      while (follower.isOpen() && follower.position() < end) {
        for (ConsumerRecord<byte[], byte[]> record : follower.poll()) {
          follower.take(record, deserializer, models::take);
        }
      }
      catchUp.done(asked, end >= 0);
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      follower.pause(e);
    }
  }

  /** Stops following. */
  @Override
  public void close() {
    follower.close();
  }
}
