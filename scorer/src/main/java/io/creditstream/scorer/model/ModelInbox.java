package io.creditstream.scorer.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.model.ModelEngine;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.metrics.ScoringMetrics;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the records of the topic of the models: a sound champion becomes the active model, anything
 * else is refused and the old one serves on.
 */
final class ModelInbox {

  /** Key of the model that decides. */
  static final String CHAMPION = "champion";

  private static final Logger LOG = LoggerFactory.getLogger(ModelInbox.class);

  private final Deserializer<ModelBundle> deserializer;
  private final ModelEngine engine;
  private final ActiveModel active;
  private final ScoringMetrics metrics;

  ModelInbox(
      Deserializer<ModelBundle> deserializer,
      ModelEngine engine,
      ActiveModel active,
      ScoringMetrics metrics) {
    this.deserializer = deserializer;
    this.engine = engine;
    this.active = active;
    this.metrics = metrics;
  }

  /** Whether a record is about the model that decides. */
  static boolean isChampion(byte @Nullable [] key) {
    return key != null && CHAMPION.equals(new String(key, UTF_8));
  }

  /**
   * Takes the value of a champion.
   *
   * @return whether it is now active
   * @throws RegistryUnavailableException when it cannot be told yet
   */
  boolean take(byte @Nullable [] value, long offset) {
    if (value == null) {
      LOG.atWarn().setMessage("champion withdrawn, the old one serves on").log();
      return false;
    }
    try {
      DecisionModel model =
          BundleGate.admit(deserializer.deserialize(Topics.MODELS.name(), value), engine);
      active.activate(model);
      metrics.modelActive(CHAMPION, model.version(), model.sha256());
      LOG.atInfo()
          .setMessage("model active")
          .addKeyValue("role", CHAMPION)
          .addKeyValue("version", model.version())
          .addKeyValue("sha256", model.sha256())
          .addKeyValue("engine", model.engine())
          .log();
      return true;
    } catch (RegistryUnavailableException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      metrics.modelRefused(CHAMPION);
      LOG.atError()
          .setMessage("model refused")
          .addKeyValue("role", CHAMPION)
          .addKeyValue("offset", offset)
          .addKeyValue("exception", e.getClass().getName())
          .addKeyValue("reason", e.getMessage())
          .log();
      return false;
    }
  }
}
