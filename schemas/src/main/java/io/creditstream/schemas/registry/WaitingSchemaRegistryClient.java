package io.creditstream.schemas.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a registry that is unavailable: asks again with exponential backoff and jitter until it
 * answers, or until the longest wait is over and {@link RegistryUnavailableException} is thrown.
 * Every other answer passes through at once.
 *
 * <p>An interrupt and {@link #close()} end the wait with {@link RegistryUnavailableException}; the
 * interrupt flag stays set.
 */
public final class WaitingSchemaRegistryClient implements SchemaRegistryClient {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingSchemaRegistryClient.class);

  private final SchemaRegistryClient registry;
  private final Duration maxWait;
  private final Backoff backoff;
  private final RegistryListener listener;
  private final Clock clock;
  private final Pause pause;
  private RegistryState state = new RegistryState.Reachable();

  /**
   * @param maxWait longest wait of one call
   * @param listener told when the registry is lost and when it is back
   */
  public WaitingSchemaRegistryClient(
      SchemaRegistryClient registry, Duration maxWait, Backoff backoff, RegistryListener listener) {
    this(registry, maxWait, backoff, listener, Clock.systemUTC(), new LatchPause());
  }

  WaitingSchemaRegistryClient(
      SchemaRegistryClient registry,
      Duration maxWait,
      Backoff backoff,
      RegistryListener listener,
      Clock clock,
      Pause pause) {
    this.registry = registry;
    this.maxWait = maxWait;
    this.backoff = backoff;
    this.listener = listener;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public int register(String subject, Schema schema) {
    return waiting(() -> registry.register(subject, schema));
  }

  @Override
  public Schema schemaById(int id) {
    return waiting(() -> registry.schemaById(id));
  }

  @Override
  public boolean compatible(String subject, Schema schema) {
    return waiting(() -> registry.compatible(subject, schema));
  }

  @Override
  public boolean keepCompatible(String subject) {
    return waiting(() -> registry.keepCompatible(subject));
  }

  @Override
  public void close() {
    pause.end();
    registry.close();
  }

  private <T> T waiting(Supplier<T> request) {
    Instant deadline = clock.instant().plus(maxWait);
    for (int retry = 0; ; retry++) {
      try {
        T answer = request.get();
        reachable();
        return answer;
      } catch (RegistryUnavailableException e) {
        lost(e);
        pauseBeforeRetry(retry, deadline, e);
      } catch (UnknownSchemaException | SchemaIncompatibleException e) {
        reachable();
        throw e;
      }
    }
  }

  private void pauseBeforeRetry(int retry, Instant deadline, RegistryUnavailableException failure) {
    Duration left = Duration.between(clock.instant(), deadline);
    if (left.isNegative() || left.isZero() || Thread.currentThread().isInterrupted()) {
      throw failure;
    }
    Duration next = backoff.pause(retry, ThreadLocalRandom.current().nextDouble());
    try {
      if (pause.endedWithin(next.compareTo(left) < 0 ? next : left)) {
        throw failure;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure.addSuppressed(e);
      throw failure;
    }
  }

  private void lost(RegistryUnavailableException failure) {
    if (change(new RegistryState.Waiting(clock.instant(), message(failure)))) {
      LOG.atWarn().addKeyValue("reason", message(failure)).log("registry.unavailable");
    }
  }

  private void reachable() {
    if (change(new RegistryState.Reachable())) {
      LOG.atInfo().log("registry.reachable");
    }
  }

  private synchronized boolean change(RegistryState next) {
    if (state.getClass() == next.getClass()) {
      return false;
    }
    state = next;
    listener.changed(next);
    return true;
  }

  private static String message(RegistryUnavailableException failure) {
    @Nullable String message = failure.getMessage();
    return message == null ? "the schema registry is unavailable" : message;
  }
}
