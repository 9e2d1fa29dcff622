package io.creditstream.scorer.model;

import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.schemas.topic.Topics;
import org.apache.kafka.common.errors.RetriableException;
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

  ModelInbox(Deserializer<ModelBundle> deserializer, BundleGate gate, ModelSlot slot) {
    this.deserializer = deserializer;
    this.gate = gate;
    this.slot = slot;
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
   * @throws RetriableException when the brokers do not tell it yet
   */
  boolean take(byte @Nullable [] value, long offset) {
    if (value == null) {
      return withdraw();
    }
    ModelBundle event = null;
    try {
      event = deserializer.deserialize(Topics.MODELS.name(), value);
      slot.give(gate.admit(event), Published.of(offset, event));
      return true;
    } catch (RegistryUnavailableException | RetriableException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      slot.refuse(Published.of(offset, event), e);
      return false;
    }
  }

  private boolean withdraw() {
    if (!role().withdrawable()) {
      LOG.atWarn().setMessage("champion withdrawn, the old one serves on").log();
      return false;
    }
    slot.withdraw();
    return true;
  }
}
