package io.creditstream.features.bundle;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.profile.ReferenceProfile;
import java.util.Objects;

/**
 * A model with everything needed to use, check, explain and watch it.
 *
 * @param manifest what it is made of
 * @param modelText the model in LightGBM's text form
 * @param dictionary its features
 * @param profile what it was trained on
 * @param policy how its probabilities become decisions
 * @param selfTest what it must answer wherever it is loaded
 * @param summary how it was trained
 */
public record Bundle(
    Manifest manifest,
    String modelText,
    FeatureDictionary dictionary,
    ReferenceProfile profile,
    Policy policy,
    SelfTest selfTest,
    TrainingSummary summary) {

  public Bundle {
    Objects.requireNonNull(manifest, "manifest");
    Objects.requireNonNull(modelText, "modelText");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(summary, "summary");
    if (profile.features().size() != dictionary.size()) {
      throw new BundleException("the reference profile and the dictionary differ in size");
    }
    for (int i = 0; i < dictionary.size(); i++) {
      if (!profile.features().get(i).name().equals(dictionary.get(i).name())) {
        throw new BundleException("the reference profile and the dictionary differ in order");
      }
    }
    for (SelfTest.Row row : selfTest.rows()) {
      if (row.features().length != dictionary.size()) {
        throw new BundleException("a self-test row and the dictionary differ in size");
      }
    }
  }

  /** Names the bundle, without its content. */
  @Override
  public String toString() {
    return "Bundle[" + manifest.version() + "]";
  }
}
