package io.creditstream.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.creditstream.schemas.registry.RegistryState.Reachable;
import io.creditstream.schemas.registry.RegistryState.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WaitingSchemaRegistryClientTest {

  private static final Duration MAX_WAIT = Duration.ofSeconds(60);

  private final FakeTime time = new FakeTime();
  private final FakeRegistry registry = new FakeRegistry();
  private final List<RegistryState> states = new CopyOnWriteArrayList<>();
  private final WaitingSchemaRegistryClient client =
      new WaitingSchemaRegistryClient(
          registry, MAX_WAIT, Backoff.defaults(), states::add, time, time);

  @Test
  void shouldPassAnswersThrough() {
    assertThat(client.register("s", FakeRegistry.SCHEMA)).isEqualTo(FakeRegistry.ID);
    assertThat(client.schemaById(1)).isEqualTo(FakeRegistry.SCHEMA);
    assertThat(client.compatible("s", FakeRegistry.SCHEMA)).isTrue();
    assertThat(states).isEmpty();
  }

  @Test
  void shouldAskAgainUntilTheRegistryAnswers() {
    registry.unavailable(4);

    assertThat(client.schemaById(1)).isEqualTo(FakeRegistry.SCHEMA);

    assertThat(registry.calls()).isEqualTo(5);
    assertThat(time.pauses()).hasSize(4).isSorted();
  }

  @Test
  void shouldReportLossOnceAndReturnOnce() {
    registry.unavailable(3);

    client.schemaById(1);

    assertThat(states).containsExactly(new Waiting(Instant.EPOCH, "down"), new Reachable());
  }

  @Test
  void shouldGiveUpAfterTheLongestWait() {
    registry.unavailable(1000);

    assertThatThrownBy(() -> client.schemaById(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessage("down");

    assertThat(time.instant()).isEqualTo(Instant.EPOCH.plus(MAX_WAIT));
    assertThat(states).hasSize(1).first().isInstanceOf(Waiting.class);
  }

  @Test
  void shouldNotWaitOnOtherFailures() {
    registry.failing(new UnknownSchemaException(1, "unknown"));
    registry.failing(new SchemaIncompatibleException("incompatible"));

    assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(UnknownSchemaException.class);
    assertThatThrownBy(() -> client.register("s", FakeRegistry.SCHEMA))
        .isInstanceOf(SchemaIncompatibleException.class);

    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void shouldTakeRefusalAsSignOfLife() {
    registry.unavailable(1).failing(new UnknownSchemaException(1, "unknown"));

    assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(UnknownSchemaException.class);

    assertThat(states).hasSize(2).last().isEqualTo(new Reachable());
  }

  @Test
  void shouldStopWaitingWhenInterrupted() {
    registry.unavailable(1000);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(RegistryUnavailableException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(registry.calls()).isEqualTo(1);
  }

  @Test
  void shouldStopRealWaitWhenInterrupted() throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    WaitingSchemaRegistryClient real = realClient();
    Thread thread = new Thread(() -> failure.set(thrownBy(real)));
    thread.start();
    await().until(() -> !states.isEmpty());

    thread.interrupt();

    thread.join(10_000);
    assertThat(failure.get()).isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void shouldStopWaitingWhenClosed() {
    WaitingSchemaRegistryClient real = realClient();
    CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(() -> thrownBy(real));
    await().until(() -> !states.isEmpty());

    real.close();

    assertThat(failure)
        .succeedsWithin(Duration.ofSeconds(10))
        .isInstanceOf(RegistryUnavailableException.class);
    assertThat(registry.closed()).isTrue();
  }

  @Test
  void shouldResumeWhenTheServerComesBack() throws IOException {
    int port;
    try (StubRegistry gone = StubRegistry.start()) {
      port = gone.port();
    }
    RegistryConfig config = StubRegistry.config("http://127.0.0.1:" + port);
    try (SchemaRegistryClient real = SchemaRegistryClients.connect(config, states::add)) {
      CompletableFuture<Integer> id =
          CompletableFuture.supplyAsync(() -> real.register("s", FakeRegistry.SCHEMA));
      await().until(() -> !states.isEmpty());

      try (StubRegistry back = StubRegistry.startAt(port).answering(200, "{\"id\": 8}")) {
        assertThat(id).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(8);
        assertThat(back.requests()).hasSize(1);
      }
    }
    assertThat(states).hasSize(2).last().isEqualTo(new Reachable());
  }

  private WaitingSchemaRegistryClient realClient() {
    registry.unavailable(100);
    Backoff slow = new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(1));
    return new WaitingSchemaRegistryClient(registry, Duration.ofMinutes(5), slow, states::add);
  }

  private static Throwable thrownBy(SchemaRegistryClient client) {
    try {
      client.schemaById(1);
      return new AssertionError("no exception");
    } catch (RegistryException e) {
      return e;
    }
  }
}
