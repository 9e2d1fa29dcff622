package io.creditstream.service.streams;

import io.creditstream.service.health.HealthCheck;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.process.Failures;
import io.creditstream.service.process.RestartPolicy;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one topology: starts it, replaces threads that fail, reports its state and its metrics, and
 * leaves the group when it ends so that others take over at once.
 */
public final class StreamsRunner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

  private final KafkaStreams streams;
  private final RocksDbMemory memory;
  private final KafkaStreamsMetrics metrics;
  private final ThreadFailures failures;
  private final RestoreProgress restore;
  private final boolean staticMember;
  private volatile boolean failedToStart;

  private StreamsRunner(
      KafkaStreams streams,
      RocksDbMemory memory,
      KafkaStreamsMetrics metrics,
      ThreadFailures failures,
      RestoreProgress restore,
      boolean staticMember) {
    this.streams = streams;
    this.memory = memory;
    this.metrics = metrics;
    this.failures = failures;
    this.restore = restore;
    this.staticMember = staticMember;
  }

  /** As the other one, with an instance that no other one asks, and failures that nobody hears. */
  public static StreamsRunner create(
      Topology topology,
      KafkaSettings kafka,
      TopicSettings topics,
      StreamsSettings settings,
      RestartPolicy policy,
      MeterRegistry registry) {
    return create(
        topology, kafka, Optional.empty(), topics, settings, policy, failure -> {}, registry);
  }

  /**
   * Makes the client ready to start, with its metrics bound to the registry.
   *
   * @param endpoint host:port under which the group knows this instance, if others shall ask it
   * @param topics how its internal topics are copied
   * @param onFailure told of each failure of a thread, in that thread, before it is replaced
   * @throws StreamsStartException when its state directory cannot be used
   */
  public static StreamsRunner create(
      Topology topology,
      KafkaSettings kafka,
      Optional<String> endpoint,
      TopicSettings topics,
      StreamsSettings settings,
      RestartPolicy policy,
      Consumer<Throwable> onFailure,
      MeterRegistry registry) {
    RocksDbMemory memory = RocksDbMemory.of(settings);
    ThreadFailures failures = new ThreadFailures(policy, onFailure, InstantSource.system());
    FreshLagClients clients = new FreshLagClients(failures::hasFailed);
    KafkaStreams streams = client(topology, kafka, endpoint, topics, settings, memory, clients);
    streams.setUncaughtExceptionHandler(failures);
    streams.setStateListener(StreamsRunner::logState);
    RestoreProgress restore = new RestoreProgress();
    streams.setGlobalStateRestoreListener(restore);
    KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
    metrics.bindTo(registry);
    return new StreamsRunner(
        streams, memory, metrics, failures, restore, kafka.groupInstanceId() != null);
  }

  private static KafkaStreams client(
      Topology topology,
      KafkaSettings kafka,
      Optional<String> endpoint,
      TopicSettings topics,
      StreamsSettings settings,
      RocksDbMemory memory,
      KafkaClientSupplier clients) {
    Properties properties = StreamsProperties.exactlyOnce(kafka, topics, settings, memory);
    endpoint.ifPresent(own -> properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, own));
    try {
      return new KafkaStreams(topology, properties, clients);
    } catch (StreamsException e) {
      memory.close();
      throw new StreamsStartException(
          "the state directory "
              + kafka.stateDirectory()
              + " cannot be used: end the process that uses it, make it writable, make room on its"
              + " disk or choose another",
          e);
    }
  }

  private static void logState(State now, State before) {
    LOG.atInfo()
        .setMessage("streams state")
        .addKeyValue("from", before)
        .addKeyValue("to", now)
        .log();
  }

  /** Joins the group and begins to process; a failure shows in the liveness. */
  public void start() {
    try {
      streams.start();
    } catch (StreamsException | IllegalStateException e) {
      failedToStart = true;
      Failures.describe(LOG.atError(), e).setMessage("streams not started").log();
    }
  }

  /** The client, for queries of its stores. */
  public KafkaStreams streams() {
    return streams;
  }

  /** Fails unless the client is running with all of its threads and its state. */
  public HealthCheck readiness() {
    return new HealthCheck(
        "streams",
        () -> {
          Optional<String> pausing = failures.pausing();
          return pausing.isPresent() || streams.state() == State.RUNNING
              ? pausing
              : Optional.of(
                  "state " + streams.state() + restore.told().map(far -> ", " + far).orElse(""));
        });
  }

  /** Fails once the client has given up and only a restart of the process helps. */
  public HealthCheck liveness() {
    return new HealthCheck(
        "streams",
        () ->
            failedToStart
                    || streams.state() == State.ERROR
                    || streams.state() == State.PENDING_ERROR
                ? Optional.of(failures.end().orElse("state " + streams.state()))
                : Optional.empty());
  }

  /** Ends the processing; leaves the group unless this process has a stable name in it. */
  @Override
  public void close() {
    failures.closing();
    GroupMembershipOperation membership =
        staticMember
            ? GroupMembershipOperation.REMAIN_IN_GROUP
            : GroupMembershipOperation.LEAVE_GROUP;
    boolean ended =
        streams.close(CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(membership));
    metrics.close();
    if (ended) {
      memory.close();
    } else {
      LOG.atWarn().setMessage("streams still closing").addKeyValue("after", CLOSE_TIMEOUT).log();
    }
  }
}
