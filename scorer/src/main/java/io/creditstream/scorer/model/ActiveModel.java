package io.creditstream.scorer.model;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The model that a role has now. Safe for use by many threads. */
public final class ActiveModel {

  private final AtomicReference<@Nullable DecisionModel> current = new AtomicReference<>();

  /** The model; empty until the first one is activated, and once it is withdrawn. */
  public Optional<DecisionModel> current() {
    return Optional.ofNullable(current.get());
  }

  /** From now on this model has the role. */
  public void activate(DecisionModel model) {
    current.set(model);
  }

  /** From now on no model has the role. */
  public void withdraw() {
    current.set(null);
  }
}
