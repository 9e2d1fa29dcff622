package io.creditstream.advisor.models;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.Documents;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.bundle.TrainingSummary;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.profile.ReferenceProfile;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What pages tell of a model.
 *
 * @param sha256 digest of its text
 * @param version its version
 * @param createdAt when it was made
 * @param dictionary its features
 * @param profile what it was trained on
 * @param policy how its probabilities become decisions
 * @param summary how it was trained and how well it did
 * @param importance mean absolute contribution of features in log-odds; empty where not recorded
 * @param documents what was written about it
 */
public record KnownModel(
    String sha256,
    String version,
    Instant createdAt,
    FeatureDictionary dictionary,
    ReferenceProfile profile,
    Policy policy,
    TrainingSummary summary,
    Map<String, Double> importance,
    Documents documents) {

  public KnownModel {
    Objects.requireNonNull(sha256, "sha256");
    importance = Map.copyOf(importance);
  }

  /** What a bundle tells; its model is not kept. */
  public static KnownModel of(Bundle bundle) {
    return new KnownModel(
        bundle.manifest().modelSha256(),
        bundle.manifest().version(),
        bundle.manifest().createdAt(),
        bundle.dictionary(),
        bundle.profile(),
        bundle.policy(),
        bundle.summary(),
        Importances.of(bundle.documents()),
        bundle.documents());
  }
}
