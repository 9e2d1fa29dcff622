package io.creditstream.advisor.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.models.ModelBoard;
import io.creditstream.advisor.models.ModelFeed;
import io.creditstream.advisor.store.Batch;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.CaseStore;
import io.creditstream.advisor.store.Partition;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.service.process.RestartPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Failures of the intake that nobody expects. */
class IntakeTest {

  private static final int RESTARTS = 3;

  private final AtomicInteger failures = new AtomicInteger();
  private final SchemaRegistryClient registry = new InMemorySchemaRegistryClient();
  private final ModelBoard models = new ModelBoard();
  private final ModelFeed feed =
      new ModelFeed(
          new MockConsumer<>("earliest"),
          new AvroDeserializer<>(ModelBundle.class, registry),
          models);
  private final FailingStore store = new FailingStore();
  private final Intake intake =
      new Intake(
          consumer(),
          registry,
          models,
          feed,
          store,
          new CountingListener(),
          new RestartPolicy(
              Duration.ZERO, Duration.ZERO, RESTARTS, Duration.ofHours(1), failure -> false));

  @AfterEach
  void close() {
    intake.close();
  }

  @Test
  void shouldBeginAnewAfterAFailureAndCountIt() {
    store.fail(RESTARTS, new IllegalStateException("a client's data"));

    intake.start();

    Awaitility.await().until(() -> intake.readiness().problem().get().isEmpty());
    assertThat(intake.liveness().problem().get()).isEmpty();
    assertThat(failures).hasValue(RESTARTS);
    assertThat(store.written).hasPositiveValue();
  }

  @Test
  void shouldNoLongerBeAliveOnceItHasFailedTooOften() {
    store.fail(Integer.MAX_VALUE, new IllegalStateException("a client's data"));

    intake.start();

    Awaitility.await().until(() -> intake.liveness().problem().get().isPresent());
    assertThat(intake.liveness().problem().get())
        .hasValue("has ended on IllegalStateException: the log says where");
    assertThat(intake.readiness().problem().get()).isPresent();
    assertThat(failures).hasValue(RESTARTS + 1);
  }

  @Test
  void shouldNoLongerBeAliveAfterAnError() {
    store.fail(1, new StackOverflowError());

    intake.start();

    Awaitility.await().until(() -> intake.liveness().problem().get().isPresent());
    assertThat(failures).hasValue(1);
  }

  @Test
  void shouldStayAliveWhenClosed() {
    intake.start();
    Awaitility.await().until(() -> intake.readiness().problem().get().isEmpty());

    intake.close();

    assertThat(intake.liveness().problem().get()).isEmpty();
  }

  private static MockConsumer<byte[], byte[]> consumer() {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    Map<TopicPartition, Long> beginnings = new HashMap<>();
    for (Topic<?> topic : Intake.TOPICS) {
      consumer.updatePartitions(
          topic.name(), List.of(new PartitionInfo(topic.name(), 0, null, null, null)));
      beginnings.put(new TopicPartition(topic.name(), 0), 0L);
    }
    consumer.updateBeginningOffsets(beginnings);
    return consumer;
  }

  private final class CountingListener implements IntakeListener {

    @Override
    public void stored(List<LoanDecision> decisions) {}

    @Override
    public void unreadable(String topic) {}

    @Override
    public void failed() {
      failures.incrementAndGet();
    }
  }

  /** Fails a number of times when it is asked for positions. */
  private static final class FailingStore implements CaseStore {

    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private volatile Optional<Throwable> failure = Optional.empty();

    void fail(int times, Throwable with) {
      left.set(times);
      failure = Optional.of(with);
    }

    @Override
    public Map<Partition, Long> positions() {
      if (left.getAndDecrement() > 0) {
        Throwable with = failure.orElseThrow();
        if (with instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) with;
      }
      return Map.of();
    }

    @Override
    public void write(Batch batch) {
      written.incrementAndGet();
    }

    @Override
    public CaseReader reader() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
