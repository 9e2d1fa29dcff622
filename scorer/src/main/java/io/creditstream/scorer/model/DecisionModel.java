package io.creditstream.scorer.model;

import io.creditstream.features.bundle.Policy;
import io.creditstream.features.bundle.PolicyDecider;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.extraction.FeatureExtractor;
import io.creditstream.model.CreditModel;
import io.creditstream.model.ModelEngine;
import io.creditstream.model.VerifiedModel;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * All that a decision takes from a model that was verified.
 *
 * @param version version of the model
 * @param sha256 SHA-256 of the model text, lower-case hexadecimal
 * @param dictionary names and kinds of the features, in the order of the vector
 * @param extractor computes the vector
 * @param decider turns the probability into the outcome, by the policy and its rules
 * @param engine what runs the model
 * @param sessions opens the model for the use of one thread, which has to close it
 */
public record DecisionModel(
    String version,
    String sha256,
    FeatureDictionary dictionary,
    FeatureExtractor extractor,
    PolicyDecider decider,
    ModelEngine engine,
    Supplier<CreditModel> sessions) {

  public DecisionModel {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(dictionary, "dictionary");
    Objects.requireNonNull(extractor, "extractor");
    Objects.requireNonNull(decider, "decider");
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(sessions, "sessions");
  }

  /** The policy of the decider. */
  public Policy policy() {
    return decider.policy();
  }

  /** What decisions take from a verified bundle. */
  public static DecisionModel of(VerifiedModel model) {
    return new DecisionModel(
        model.bundle().manifest().version(),
        model.bundle().manifest().modelSha256(),
        model.bundle().dictionary(),
        model.extractor(),
        PolicyDecider.of(model.bundle().policy(), model.bundle().dictionary()),
        model.engine(),
        model::newSession);
  }
}
