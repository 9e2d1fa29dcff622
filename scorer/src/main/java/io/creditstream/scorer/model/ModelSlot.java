package io.creditstream.scorer.model;

import io.creditstream.model.ModelRefusedException;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.scorer.metrics.ScoringMetrics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A role and who gets it; counts and logs every change. Safe for use by many threads. */
public final class ModelSlot {

  private static final Logger LOG = LoggerFactory.getLogger(ModelSlot.class);

  private final ModelRole role;
  private final ActiveModel active;
  private final Runnable beforeActive;
  private final Refusals refusals;
  private final ScoringMetrics metrics;
  private @Nullable Published holder;

  /**
   * @param active takes the model
   * @param beforeActive prepares what its decisions need; may wait, and what it throws refuses the
   *     model
   * @param refusals takes note of models that are not taken
   */
  public ModelSlot(
      ModelRole role,
      ActiveModel active,
      Runnable beforeActive,
      Refusals refusals,
      ScoringMetrics metrics) {
    this.role = role;
    this.active = active;
    this.beforeActive = beforeActive;
    this.refusals = refusals;
    this.metrics = metrics;
  }

  /** A slot whose models need no preparation. */
  public static ModelSlot of(
      ModelRole role, ActiveModel active, Refusals refusals, ScoringMetrics metrics) {
    return new ModelSlot(role, active, () -> {}, refusals, metrics);
  }

  /** The role. */
  ModelRole role() {
    return role;
  }

  /** Gives the role to a model, once what its decisions need is prepared. */
  void give(DecisionModel model, Published published) {
    beforeActive.run();
    hold(model, published);
  }

  private synchronized void hold(DecisionModel model, Published published) {
    holder = published;
    active.activate(model);
    metrics.modelActive(role.key(), model.version(), model.sha256());
    LOG.atInfo()
        .setMessage("model active")
        .addKeyValue("role", role.key())
        .addKeyValue("version", model.version())
        .addKeyValue("sha256", model.sha256())
        .addKeyValue("engine", model.engine())
        .log();
  }

  /** Takes note of a record that did not become a model; who has the role keeps it. */
  void refuse(Published published, Throwable reason) {
    metrics.modelRefused(role.key());
    refusals.add(role, published, reason);
    LOG.atError()
        .setMessage("model refused")
        .addKeyValue("role", role.key())
        .addKeyValue("offset", published.offset())
        .addKeyValue("exception", reason.getClass().getName())
        .addKeyValue("reason", reason.getMessage())
        .log();
  }

  /** From now on no model has the role. */
  synchronized void withdraw() {
    holder = null;
    active.withdraw();
    metrics.modelWithdrawn(role.key());
    LOG.atInfo().setMessage("model withdrawn").addKeyValue("role", role.key()).log();
  }

  /**
   * Takes the role from the model that has it, and refuses that model though it had been taken.
   * Without one nothing happens.
   */
  public synchronized void expel(ModelRefusedException reason) {
    Published expelled = holder;
    if (expelled != null) {
      withdraw();
      refuse(expelled, reason);
    }
  }
}
