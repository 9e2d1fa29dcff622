package io.creditstream.scorer.metrics;

import io.creditstream.schemas.DecisionOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts decisions by outcome and model; the registry is asked once for each counter. */
final class DecisionCounters {

  private final MeterRegistry registry;
  private final String name;
  private final Map<Key, Counter> counters = new ConcurrentHashMap<>();

  private record Key(DecisionOutcome outcome, String model) {}

  /**
   * @param name of the counter
   */
  DecisionCounters(MeterRegistry registry, String name) {
    this.registry = registry;
    this.name = name;
  }

  void increment(DecisionOutcome outcome, String model) {
    counters.computeIfAbsent(new Key(outcome, model), this::counter).increment();
  }

  private Counter counter(Key key) {
    return registry.counter(name, "outcome", key.outcome().name(), "model", key.model());
  }
}
