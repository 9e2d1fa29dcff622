package io.creditstream.drift.reference;

import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.RegistryException;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.health.HealthCheck;
import io.creditstream.service.models.ModelsFollower;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * what it read. What it meets is kept in the archive before anybody can count by it, and the
 * archive is read first, so that a model is found again for ever. A decision can name a model only
 * after that was published, so that a model which is still not found once the feed has caught up
 * with both topics does not exist. A bad record, a broker or a registry that is down never ends the
 * feed.
 */
public final class ReferenceFeed implements ModelCatalog, AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CATCH_UP = Duration.ofSeconds(30);
  private static final Duration UNKNOWN_FOR = Duration.ofSeconds(1);
  private static final int UNKNOWN_KEPT = 1_000;
  private static final String NOT_KEPT =
      "the reference of a model cannot be kept in " + Topics.DRIFT_REFERENCES.name();

  private final ModelsFollower follower;
  private final Deserializer<ModelBundle> deserializer;
  private final ReferenceArchive archive;
  private final ReferenceModels models;
  private final Map<String, Long> unknown = new ConcurrentHashMap<>();
  private final CatchUp catchUp = new CatchUp();

  /**
   * @param consumer a client without a group, owned by the feed from now on
   * @param archive owned by the feed from now on
   */
  public ReferenceFeed(
      Consumer<byte[], byte[]> consumer,
      Deserializer<ModelBundle> deserializer,
      ReferenceArchive archive,
      ReferenceModels models) {
    this.deserializer = deserializer;
    this.archive = archive;
    this.models = models;
    this.follower = new ModelsFollower("reference-feed", consumer, POLL, this::follow);
  }

  /** Begins to follow the topic. */
  public void start() {
    follower.start();
  }

  /** Fails while models cannot be read, or what was read of them cannot be kept. */
  public HealthCheck readiness() {
    return follower.readiness();
  }

  /** Fails once no model is learned of any more, until the process is started again. */
  public HealthCheck liveness() {
    return follower.liveness();
  }

  @Override
  public Optional<ReferenceModel> find(String sha256) {
    Optional<ReferenceModel> known = models.find(sha256);
    if (known.isPresent() || isKnownUnknown(sha256)) {
      return known;
    }
    if (!catchUp.await(CATCH_UP)) {
      throw new ModelsUnavailableException(
          follower
              .problem()
              .orElse(
                  "the models in " + Topics.MODELS.name() + " cannot be read: check the broker"));
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
    try (archive) {
      boolean restored = false;
      while (follower.isOpen()) {
        try {
          if (restored) {
            step();
          } else {
            readArchive();
            restored = true;
          }
        } catch (WakeupException e) {
          throw e;
        } catch (KafkaException e) {
          follower.pause(e);
        }
      }
    } finally {
      catchUp.end();
    }
  }

  /** Reads the archive to its end. */
  private void readArchive() throws InterruptedException {
    while (follower.isOpen() && !archive.isRead()) {
      archive.readOn(record -> follower.take(record, deserializer, models::take));
    }
  }

  /** Reads on; to the end of both topics where somebody waits for that. */
  private void step() throws InterruptedException {
    long asked = catchUp.asked();
    boolean due = catchUp.isDue(asked);
    long end = due ? follower.end() : -1;
    if (due) {
      readArchive();
    }
    do {
      for (ConsumerRecord<byte[], byte[]> record : follower.poll()) {
        takePublished(record);
      }
    } while (follower.isOpen() && follower.position() < end);
    catchUp.done(asked, due && follower.isOpen());
  }

  private void takePublished(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    List<Found> found = new ArrayList<>(1);
    follower.take(
        record,
        deserializer,
        published ->
            models.read(published).ifPresent(model -> found.add(new Found(published, model))));
    for (Found next : found) {
      keep(next);
    }
  }

  /** Nobody may count by a model that could be forgotten: it is tried until the archive has it. */
  private void keep(Found found) throws InterruptedException {
    while (follower.isOpen()) {
      try {
        archive.keep(found.model().sha256(), found.published());
        models.take(found.model());
        return;
      } catch (KafkaException | RegistryException e) {
        follower.pause(NOT_KEPT, e);
      }
    }
  }

  private record Found(ModelBundle published, ReferenceModel model) {}

  /** Stops following. */
  @Override
  public void close() {
    follower.close();
  }
}
