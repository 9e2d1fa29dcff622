package io.creditstream.drift.reference;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleArchive;
import io.creditstream.features.bundle.BundleException;
import io.creditstream.schemas.ModelBundle;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The references of all models seen so far, whatever their role: decisions of a model that was
 * replaced are still compared with its own reference. The first bundle of a model is kept, since
 * counts are in its bins.
 */
public final class ReferenceModels {

  private static final Logger LOG = LoggerFactory.getLogger(ReferenceModels.class);

  private final Map<String, ReferenceModel> models = new ConcurrentHashMap<>();

  /** The model with this digest, if it was seen. */
  public Optional<ReferenceModel> find(String sha256) {
    return Optional.ofNullable(models.get(sha256));
  }

  /** Takes a published bundle; one that is not sound is left out. */
  public void take(ModelBundle published) {
    read(published).ifPresent(this::take);
  }

  /**
   * The reference of a published bundle; empty if it is not sound, or its model was seen before.
   */
  Optional<ReferenceModel> read(ModelBundle published) {
    if (models.containsKey(published.getModelSha256())) {
      return Optional.empty();
    }
    try {
      Bundle bundle = BundleArchive.fromBytes(bytes(published.getBundle()));
      if (!bundle.manifest().modelSha256().equals(published.getModelSha256())) {
        throw new BundleException("the event and the bundle name two digests of the model");
      }
      return Optional.of(ReferenceModel.of(bundle));
    } catch (RuntimeException e) {
      LOG.atError()
          .setMessage("model refused")
          .addKeyValue("exception", e.getClass().getName())
          .addKeyValue("reason", e.getMessage())
          .log();
      return Optional.empty();
    }
  }

  /** Takes a reference. */
  public void take(ReferenceModel model) {
    if (models.putIfAbsent(model.sha256(), model) == null) {
      LOG.atInfo()
          .setMessage("reference known")
          .addKeyValue("version", model.version())
          .addKeyValue("features", model.profile().features().size())
          .addKeyValue("rows", model.profile().rows())
          .log();
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
