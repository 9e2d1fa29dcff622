package io.creditstream.advisor;

import io.creditstream.advisor.intake.IntakeListener;
import io.creditstream.schemas.LoanDecision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts what was stored and what could not be read. */
final class IntakeMetrics implements IntakeListener {

  private final MeterRegistry registry;
  private final Counter stored;

  IntakeMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.stored =
        Counter.builder("creditstream.advisor.decisions")
            .description("Decisions stored for the pages")
            .register(registry);
  }

  @Override
  public void stored(List<LoanDecision> decisions) {
    stored.increment(decisions.size());
  }

  @Override
  public void unreadable(String topic) {
    Counter.builder("creditstream.advisor.unreadable")
        .description("Records that are none of their schema and were left out")
        .tag("topic", topic)
        .register(registry)
        .increment();
  }
}
