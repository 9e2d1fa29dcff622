package io.creditstream.scorer;

import io.creditstream.features.bundle.VerificationKey;
import io.creditstream.model.ModelEngine;
import io.creditstream.scorer.decision.ChallengerBudget;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which models are taken and what runs them.
 *
 * @param engine what runs them
 * @param challenger how much time a challenger may take
 * @param key verifies the signatures of bundles; null to take bundles without
 */
public record ModelSettings(
    ModelEngine engine, ChallengerBudget challenger, @Nullable VerificationKey key) {

  public ModelSettings {
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(challenger, "challenger");
  }

  /** Compiled models, signed or not. */
  public static ModelSettings defaults() {
    return new ModelSettings(ModelEngine.COMPILED, ChallengerBudget.defaults(), null);
  }

  /** The same with another engine. */
  public ModelSettings withEngine(ModelEngine other) {
    return new ModelSettings(other, challenger, key);
  }
}
