package io.creditstream.scorer.model;

import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.metrics.ScoringMetrics;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the records of one role: a sound model becomes the active one, anything else is refused and
 * the old one serves on.
 */
final class ModelInbox {

  private static final Logger LOG = LoggerFactory.getLogger(ModelInbox.class);

  private final Deserializer<ModelBundle> deserializer;
  private final BundleGate gate;
  private final ModelSlot slot;
  private final Refusals refusals;
  private final ScoringMetrics metrics;

  ModelInbox(
      Deserializer<ModelBundle> deserializer,
      BundleGate gate,
      ModelSlot slot,
      Refusals refusals,
      ScoringMetrics metrics) {
    this.deserializer = deserializer;
    this.gate = gate;
    this.slot = slot;
    this.refusals = refusals;
    this.metrics = metrics;
  }

  /** The role of the records. */
  ModelRole role() {
    return slot.role();
  }

  /**
   * Takes the value of a record.
   *
   * @return whether it settles what the role has: a model is now active, or withdrawn
   * @throws RegistryUnavailableException when it cannot be told yet
   */
  boolean take(byte @Nullable [] value, long offset) {
    if (value == null) {
      return withdraw();
    }
    ModelBundle event = null;
    try {
      event = deserializer.deserialize(Topics.MODELS.name(), value);
      DecisionModel model = gate.admit(event);
      slot.beforeActive().run();
      slot.active().activate(model);
      metrics.modelActive(role().key(), model.version(), model.sha256());
      LOG.atInfo()
          .setMessage("model active")
          .addKeyValue("role", role().key())
          .addKeyValue("version", model.version())
          .addKeyValue("sha256", model.sha256())
          .addKeyValue("engine", model.engine())
          .log();
      return true;
    } catch (RegistryUnavailableException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      metrics.modelRefused(role().key());
      refusals.add(role(), offset, event, e);
      LOG.atError()
          .setMessage("model refused")
          .addKeyValue("role", role().key())
          .addKeyValue("offset", offset)
          .addKeyValue("exception", e.getClass().getName())
          .addKeyValue("reason", e.getMessage())
          .log();
      return false;
    }
  }

  private boolean withdraw() {
    if (!role().withdrawable()) {
      LOG.atWarn().setMessage("champion withdrawn, the old one serves on").log();
      return false;
    }
    slot.active().withdraw();
    metrics.modelWithdrawn(role().key());
    LOG.atInfo().setMessage("model withdrawn").addKeyValue("role", role().key()).log();
    return true;
  }
}
