package io.creditstream.scorer.model;

import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.service.health.HealthCheck;
import io.creditstream.service.models.ModelsFollower;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the topic of the models from its beginning, in a thread of its own. Of what is there at
 * the start the newest sound model of each role is taken, and where the champion is refused whose
 * predecessors the topic has forgotten, the newest sound one that was archived: so the same model
 * serves on after a restart. After that every new one is taken. A bad record, a broker or a
 * registry that is down never ends it.
 */
public final class ModelFeed implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int KEPT_AT_START = 5;

  private final ModelsFollower follower;
  private final Map<ModelRole, ModelInbox> inboxes = new EnumMap<>(ModelRole.class);
  private final Runnable onFirst;
  private boolean anyChampion;

  /**
   * @param consumer a client without a group, owned by the feed from now on
   * @param gate lets sound bundles in
   * @param slots where the models of each role go
   * @param onFirst called in the thread of the feed once the first champion is active
   */
  public ModelFeed(
      Consumer<byte[], byte[]> consumer,
      Deserializer<ModelBundle> deserializer,
      BundleGate gate,
      List<ModelSlot> slots,
      Runnable onFirst) {
    slots.forEach(slot -> inboxes.put(slot.role(), new ModelInbox(deserializer, gate, slot)));
    this.onFirst = onFirst;
    this.follower = new ModelsFollower("model-feed", consumer, POLL, this::follow);
  }

  /** Begins to follow the topic. */
  public void start() {
    follower.start();
  }

  /** What keeps it from reading, in one line; empty while it reads. */
  public Optional<String> problem() {
    return follower.problem();
  }

  /** Fails once no model is learned of any more, until the process is started again. */
  public HealthCheck liveness() {
    return follower.liveness();
  }

  private void follow() throws InterruptedException {
    for (Map.Entry<ModelInbox, Deque<ConsumerRecord<byte[], byte[]>>> role :
        readToEnd().entrySet()) {
      takeNewest(role.getKey(), role.getValue());
    }
    while (follower.isOpen()) {
      for (ConsumerRecord<byte[], byte[]> record : poll()) {
        ModelInbox inbox = inbox(record);
        if (inbox != null) {
          take(inbox, record);
        }
      }
    }
  }

  /** The models of what the topic holds now that are tried for each role, one after the other. */
  private Map<ModelInbox, Deque<ConsumerRecord<byte[], byte[]>>> readToEnd()
      throws InterruptedException {
    Map<ModelInbox, Deque<ConsumerRecord<byte[], byte[]>>> byRole = new LinkedHashMap<>();
    inboxes.values().forEach(inbox -> byRole.put(inbox, new ArrayDeque<>()));
    Deque<ConsumerRecord<byte[], byte[]>> archived = new ArrayDeque<>();
    long end = offset(follower::end);
    while (follower.isOpen() && offset(follower::position) < end) {
      for (ConsumerRecord<byte[], byte[]> record : poll()) {
        ModelInbox inbox = inbox(record);
        if (inbox != null) {
          keep(record, Objects.requireNonNull(byRole.get(inbox)));
        } else if (ModelRole.isArchive(record.key()) && record.value() != null) {
          keep(record, archived);
        }
      }
    }
    byRole.forEach((inbox, newest) -> addArchived(inbox, newest, archived));
    return byRole;
  }

  private static void keep(
      ConsumerRecord<byte[], byte[]> record, Deque<ConsumerRecord<byte[], byte[]>> newest) {
    newest.addFirst(record);
    if (newest.size() > KEPT_AT_START) {
      newest.removeLast();
    }
  }

  /** An archived champion takes the place of one that is refused, of none that was withdrawn. */
  private static void addArchived(
      ModelInbox inbox,
      Deque<ConsumerRecord<byte[], byte[]>> newest,
      Deque<ConsumerRecord<byte[], byte[]>> archived) {
    ConsumerRecord<byte[], byte[]> last = newest.peekFirst();
    if (inbox.role() == ModelRole.CHAMPION && last != null && last.value() != null) {
      newest.addAll(archived);
    }
  }

  private @Nullable ModelInbox inbox(ConsumerRecord<byte[], byte[]> record) {
    return ModelRole.of(record.key()).map(inboxes::get).orElse(null);
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

  private void takeNewest(ModelInbox inbox, Deque<ConsumerRecord<byte[], byte[]>> newest)
      throws InterruptedException {
    Iterator<ConsumerRecord<byte[], byte[]>> records = newest.iterator();
    boolean settled = false;
    while (!settled && records.hasNext()) {
      settled = take(inbox, records.next());
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

  private boolean take(ModelInbox inbox, ConsumerRecord<byte[], byte[]> record)
      throws InterruptedException {
    while (follower.isOpen()) {
      try {
        boolean settled = inbox.take(record.value(), record.offset());
        if (settled && inbox.role() == ModelRole.CHAMPION && !anyChampion) {
          anyChampion = true;
          onFirst.run();
        }
        return settled;
      } catch (RegistryUnavailableException | RetriableException e) {
        follower.pause(e);
      }
    }
    return false;
  }

  /** Stops following. */
  @Override
  public void close() {
    follower.close();
  }
}
