package io.creditstream.drift.reference;

import io.creditstream.drift.histogram.HistogramLayout;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.profile.ReferenceProfile;

/**
 * A model as far as drift is concerned.
 *
 * @param sha256 SHA-256 of its text: how decisions name it
 * @param version its version
 * @param profile what it was trained on
 * @param layout where the bins of the profile lie in a histogram
 * @param facts what else is known of it
 */
public record ReferenceModel(
    String sha256,
    String version,
    ReferenceProfile profile,
    HistogramLayout layout,
    ModelFacts facts) {

  /** The reference that a bundle carries. */
  public static ReferenceModel of(Bundle bundle) {
    return new ReferenceModel(
        bundle.manifest().modelSha256(),
        bundle.manifest().version(),
        bundle.profile(),
        HistogramLayout.of(bundle.profile()),
        ModelFacts.of(bundle));
  }
}
