package io.creditstream.scorer.model;

import io.creditstream.schemas.topic.ModelRole;

/**
 * Where the models of a role go.
 *
 * @param role the role
 * @param active takes the model
 * @param beforeActive prepares what its decisions need; may wait, and what it throws refuses the
 *     model
 */
public record ModelSlot(ModelRole role, ActiveModel active, Runnable beforeActive) {

  /** A slot whose models need no preparation. */
  public static ModelSlot of(ModelRole role, ActiveModel active) {
    return new ModelSlot(role, active, () -> {});
  }
}
