package io.creditstream.scorer.model;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The model that decides now. Safe for use by many threads. */
public final class ActiveModel {

  private final AtomicReference<@Nullable DecisionModel> current = new AtomicReference<>();

  /** The model; empty until the first one is activated. */
  public Optional<DecisionModel> current() {
    return Optional.ofNullable(current.get());
  }

  /** From now on this model decides. */
  public void activate(DecisionModel model) {
    current.set(model);
  }
}
