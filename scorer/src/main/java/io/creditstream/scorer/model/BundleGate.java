package io.creditstream.scorer.model;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleArchive;
import io.creditstream.features.bundle.BundleException;
import io.creditstream.features.bundle.Sha256;
import io.creditstream.features.bundle.VerificationKey;
import io.creditstream.model.ModelEngine;
import io.creditstream.model.ModelRefusedException;
import io.creditstream.model.VerifiedModel;
import io.creditstream.schemas.ModelBundle;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Lets a published bundle become a model that decides, or refuses it.
 *
 * @param engine what runs the models
 * @param key verifies the signatures of bundles; null where none is asked for
 */
public record BundleGate(ModelEngine engine, @Nullable VerificationKey key) {

  /** A gate that asks for no signature. */
  public BundleGate(ModelEngine engine) {
    this(engine, null);
  }

  /**
   * The model of a bundle whose digests, dictionary and self-test hold.
   *
   * @throws ModelRefusedException if anything does not
   * @throws BundleException if the bundle is not sound
   */
  DecisionModel admit(ModelBundle event) {
    byte[] archive = bytes(event.getBundle());
    if (!Sha256.hex(archive).equals(event.getBundleSha256())) {
      throw new ModelRefusedException("the bundle differs from the digest it was published with");
    }
    requireSignature(event, archive);
    Bundle bundle = BundleArchive.fromBytes(archive);
    if (!bundle.manifest().version().equals(event.getVersion())
        || !bundle.manifest().modelSha256().equals(event.getModelSha256())) {
      throw new ModelRefusedException("the bundle holds another model than it was published as");
    }
    return DecisionModel.of(VerifiedModel.verify(bundle, engine));
  }

  private void requireSignature(ModelBundle event, byte[] archive) {
    if (key == null) {
      return;
    }
    if (event.getSignature() == null) {
      throw new ModelRefusedException(
          "the bundle is not signed: publish it with --signing-key, or unset"
              + " CREDITSTREAM_MODEL_PUBLIC_KEY");
    }
    if (!key.verifies(archive, bytes(event.getSignature()))) {
      throw new ModelRefusedException(
          "the bundle was not signed with a key that CREDITSTREAM_MODEL_PUBLIC_KEY belongs to");
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
