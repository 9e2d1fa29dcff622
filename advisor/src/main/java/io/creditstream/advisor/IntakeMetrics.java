package io.creditstream.advisor;

import io.creditstream.advisor.intake.IntakeListener;
import io.creditstream.schemas.LoanDecision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.IntConsumer;

/** Counts what was stored and what could not be read, and passes the count on. */
final class IntakeMetrics implements IntakeListener {

  private final MeterRegistry registry;
  private final Counter stored;
  private final Counter failures;
  private final IntConsumer next;

  IntakeMetrics(MeterRegistry registry, IntConsumer next) {
    this.registry = registry;
    this.next = next;
    this.stored =
        Counter.builder("creditstream.advisor.decisions")
            .description("Decisions stored for the pages")
            .register(registry);
    this.failures =
        Counter.builder("creditstream.advisor.intake.failures")
            .description("Failures of the intake, after which it begins anew or is given up")
            .register(registry);
  }

  @Override
  public void stored(List<LoanDecision> decisions) {
    stored.increment(decisions.size());
    next.accept(decisions.size());
  }

  @Override
  public void failed() {
    failures.increment();
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
