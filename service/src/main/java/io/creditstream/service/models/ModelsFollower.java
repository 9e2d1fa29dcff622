package io.creditstream.service.models;

import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.health.HealthCheck;
import io.creditstream.service.process.Failures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topic of the models from its beginning, in a thread of its own. What is done with the
 * records is up to the work that it is given, which also decides what is tried again after a {@link
 * #pause}.
 */
public final class ModelsFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ModelsFollower.class);
  private static final TopicPartition MODELS = new TopicPartition(Topics.MODELS.name(), 0);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final Consumer<byte[], byte[]> consumer;
  private final Duration longestPoll;
  private final Work work;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable String problem;
  private volatile Optional<String> end = Optional.empty();

  /** Reads and handles records until {@link ModelsFollower#isOpen} is false. */
  @FunctionalInterface
  public interface Work {

    /** Called once, in the thread of the follower. */
    void run() throws InterruptedException;
  }

  /**
   * @param name of the thread, and of the follower in logs
   * @param consumer a client without a group, owned by the follower from now on
   * @param longestPoll how long one poll waits for records
   */
  public ModelsFollower(
      String name, Consumer<byte[], byte[]> consumer, Duration longestPoll, Work work) {
    this.consumer = consumer;
    this.longestPoll = longestPoll;
    this.work = work;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /** Begins to follow the topic. */
  public void start() {
    thread.start();
  }

  /**
   * Fails once the follower has ended though nobody closed it: no model is learned of any more, and
   * only a restart of the process helps.
   */
  public HealthCheck liveness() {
    return new HealthCheck("models", () -> end);
  }

  private void run() {
    try (consumer) {
      consumer.assign(List.of(MODELS));
      consumer.seekToBeginning(List.of(MODELS));
      work.run();
    } catch (WakeupException e) {
      LOG.atDebug().setMessage("feed ends").addKeyValue("feed", thread.getName()).log();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      end = Optional.of("following the models has ended on " + e.getClass().getSimpleName());
      Failures.describe(LOG.atError(), e)
          .setMessage("feed failed")
          .addKeyValue("feed", thread.getName())
          .log();
    }
  }

  /** Whether the work shall go on. */
  public boolean isOpen() {
    return closing.getCount() > 0;
  }

  /**
   * The next records; only for the work.
   *
   * @throws WakeupException to end the work
   * @throws KafkaException when the broker does not answer as it should
   */
  public Iterable<ConsumerRecord<byte[], byte[]>> poll() {
    Iterable<ConsumerRecord<byte[], byte[]>> records = consumer.poll(longestPoll);
    problem = null;
    return records;
  }

  /** What keeps it from going on, in one line that says how to mend it; empty while it goes on. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** Fails while something keeps it from going on. */
  public HealthCheck readiness() {
    return new HealthCheck("models", this::problem);
  }

  /** Offset of the next record that {@link #poll} gives; throws as it does. */
  public long position() {
    return consumer.position(MODELS);
  }

  /** Offset past the last record of the topic as it is now; throws as {@link #poll} does. */
  public long end() {
    return consumer.endOffsets(List.of(MODELS)).getOrDefault(MODELS, 0L);
  }

  /**
   * Waits a second before the topic is read again.
   *
   * @throws WakeupException to end the work
   */
  public void pause(RuntimeException cause) throws InterruptedException {
    pause("the models in " + MODELS.topic() + " cannot be read", cause);
  }

  /**
   * Waits a second before something is tried again.
   *
   * @param what what does not succeed
   * @throws WakeupException to end the work
   */
  public void pause(String what, RuntimeException cause) throws InterruptedException {
    String line = line(what, cause);
    problem = line;
    LOG.atWarn()
        .setMessage("waiting to try again")
        .addKeyValue("follower", thread.getName())
        .addKeyValue("problem", line)
        .log();
    if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new WakeupException();
    }
  }

  private static String line(String what, Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !(root instanceof AuthorizationException)) {
      root = root.getCause();
    }
    String remedy =
        root instanceof AuthorizationException
            ? "give this application the rights that docs/security.md lists"
            : "see whether brokers and schema registry are well";
    return "%s (%s): %s".formatted(what, root.getClass().getSimpleName(), remedy);
  }

  /**
   * Hands the model of a record over. A registry that is down is waited for; a record that cannot
   * be read or taken is logged and passed over, a tombstone is passed over.
   *
   * @throws WakeupException to end the work
   */
  public void take(
      ConsumerRecord<byte[], byte[]> record,
      Deserializer<ModelBundle> deserializer,
      java.util.function.Consumer<ModelBundle> taker)
      throws InterruptedException {
    while (record.value() != null && isOpen()) {
      try {
        taker.accept(deserializer.deserialize(Topics.MODELS.name(), record.value()));
        return;
      } catch (RegistryUnavailableException e) {
        pause(e);
      } catch (RuntimeException e) {
        LOG.atError()
            .setMessage("model unreadable")
            .addKeyValue("follower", thread.getName())
            .addKeyValue("offset", record.offset())
            .addKeyValue("exception", e.getClass().getName())
            .log();
        return;
      }
    }
  }

  /** Stops following, or gives the consumer back though it never began. */
  @Override
  public void close() {
    closing.countDown();
    if (thread.getState() == Thread.State.NEW) {
      consumer.close();
      return;
    }
    consumer.wakeup();
    try {
      thread.join(CLOSE_TIMEOUT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
