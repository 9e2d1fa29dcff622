package io.creditstream.drift;

import static org.awaitility.Awaitility.await;

import io.creditstream.cluster.process.HttpAnswers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Monitors that share partitions, by their names; a stopped one may be started again. */
final class MonitorGroup implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Function<String, DriftMonitorConfig> configs;
  private final Map<String, DriftMonitorApplication> running = new TreeMap<>();

  /**
   * @param configs of a monitor, by its name
   */
  MonitorGroup(Function<String, DriftMonitorConfig> configs) {
    this.configs = configs;
  }

  void start(String name) {
    running.put(name, DriftMonitorApplication.start(configs.apply(name)));
  }

  void stop(String name) {
    Objects.requireNonNull(running.remove(name), name).close();
  }

  /** The names of those that run. */
  List<String> names() {
    return List.copyOf(running.keySet());
  }

  /** Waits until each of those that run works on some partition. */
  void awaitWorkForEach() {
    await("work for each")
        .atMost(PATIENCE)
        .until(() -> running.values().stream().allMatch(MonitorGroup::works));
  }

  /** The name of the one that closes the windows. */
  String merging() {
    return await("one that closes windows")
        .atMost(PATIENCE)
        .until(
            () ->
                running.entrySet().stream()
                    .filter(monitor -> !monitor.getValue().drift().partitions().isEmpty())
                    .map(Map.Entry::getKey)
                    .findAny(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** Whether one of them has reported all that was counted. */
  boolean caughtUp() {
    return running.values().stream().anyMatch(DriftMonitorApplication::caughtUp);
  }

  private static boolean works(DriftMonitorApplication monitor) {
    return new HttpAnswers(monitor.uri()).metric("kafka_consumer_coordinator_assigned_partitions")
        > 0;
  }

  @Override
  public void close() {
    running.values().forEach(DriftMonitorApplication::close);
  }
}
