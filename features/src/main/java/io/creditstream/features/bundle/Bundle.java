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
 * @param documents texts that go with it
 */
public record Bundle(
    Manifest manifest,
    String modelText,
    FeatureDictionary dictionary,
    ReferenceProfile profile,
    Policy policy,
    SelfTest selfTest,
    TrainingSummary summary,
    Documents documents) {

  public Bundle {
    Objects.requireNonNull(manifest, "manifest");
    Objects.requireNonNull(modelText, "modelText");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(documents, "documents");
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
    try {
      PolicyDecider.of(policy, dictionary);
    } catch (IllegalArgumentException e) {
      throw new BundleException("the policy does not fit the model: " + e.getMessage(), e);
    }
  }

  /** A bundle without documents. */
  public Bundle(
      Manifest manifest,
      String modelText,
      FeatureDictionary dictionary,
      ReferenceProfile profile,
      Policy policy,
      SelfTest selfTest,
      TrainingSummary summary) {
    this(manifest, modelText, dictionary, profile, policy, selfTest, summary, Documents.NONE);
  }

  /** The same model with other documents, sealed anew. */
  public Bundle with(Documents documents) {
    return BundleParts.seal(
        modelText, dictionary, profile, policy, selfTest, summary, documents, manifest.createdAt());
  }

  /**
   * The same model with another policy, sealed anew.
   *
   * @throws BundleException if the policy does not fit the features of the model
   */
  public Bundle with(Policy other) {
    return BundleParts.seal(
        modelText, dictionary, profile, other, selfTest, summary, documents, manifest.createdAt());
  }

  /** The manifest as it is written, in JSON. */
  public byte[] manifestJson() {
    return BundleParts.manifestJson(manifest);
  }

  /** Names the bundle, without its content. */
  @Override
  public String toString() {
    return "Bundle[" + manifest.version() + "]";
  }
}
