package io.creditstream.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.SelfTest;
import io.creditstream.features.bundle.Sha256;
import io.creditstream.features.extraction.FeatureExtractor;
import io.creditstream.model.forest.ForestText;
import io.creditstream.model.forest.MalformedForestException;
import io.creditstream.model.forest.UnsupportedForestException;
import java.util.List;

/** A bundle whose model was seen to answer as it did when it was trained. */
public final class VerifiedModel {

  private static final double CONTRIBUTION_TOLERANCE = 1e-9;

  private final Bundle bundle;
  private final FeatureExtractor extractor;
  private final ModelSessions sessions;

  private VerifiedModel(Bundle bundle, FeatureExtractor extractor, ModelSessions sessions) {
    this.bundle = bundle;
    this.extractor = extractor;
    this.sessions = sessions;
  }

  /**
   * Checks a bundle to be run compiled.
   *
   * @throws ModelRefusedException if anything differs
   */
  public static VerifiedModel verify(Bundle bundle) {
    return verify(bundle, ModelEngine.COMPILED);
  }

  /**
   * Checks a bundle: the digest of the model before it is loaded, that its text is whole and its
   * trees are trees, its objective, the number and order of its features, the self-test, and that a
   * compiled model does as LightGBM does. When it returns, the code that runs the model is warm.
   *
   * @throws ModelRefusedException if anything differs
   */
  public static VerifiedModel verify(Bundle bundle, ModelEngine engine) {
    if (!Sha256.hex(bundle.modelText().getBytes(UTF_8)).equals(bundle.manifest().modelSha256())) {
      throw new ModelRefusedException("the model text differs from its digest");
    }
    Objective.requireLogOdds(bundle.modelText());
    WholeText.require(bundle.modelText());
    requireTrees(bundle.modelText());
    FeatureExtractor extractor = extractor(bundle);
    try (LightGbmCreditModel lightGbm = LightGbmCreditModel.load(bundle.modelText())) {
      requireFeatures(lightGbm.featureNames(), bundle.dictionary().names());
      selfTest(bundle.selfTest(), lightGbm);
      return new VerifiedModel(bundle, extractor, ModelSessions.of(bundle, engine, lightGbm));
    }
  }

  public Bundle bundle() {
    return bundle;
  }

  /** Computes the features of the model. */
  public FeatureExtractor extractor() {
    return extractor;
  }

  /** What runs the model: the engine that was asked for, or LightGBM if it cannot be compiled. */
  public ModelEngine engine() {
    return sessions.engine();
  }

  /** The model for the use of one thread, which has to close it. */
  public CreditModel newSession() {
    return sessions.open();
  }

  /** LightGBM walks through what it is given without looking: a ring of nodes ends the process. */
  private static void requireTrees(String modelText) {
    try {
      ForestText.parse(modelText);
    } catch (MalformedForestException e) {
      throw new ModelRefusedException("the trees of the model are malformed: " + e.getMessage(), e);
    } catch (UnsupportedForestException e) {
      // Sound trees of a kind that LightGBM runs.
      return;
    }
  }

  private static FeatureExtractor extractor(Bundle bundle) {
    try {
      return new FeatureExtractor(bundle.dictionary());
    } catch (IllegalArgumentException e) {
      throw new ModelRefusedException("the dictionary does not fit: " + e.getMessage(), e);
    }
  }

  private static void requireFeatures(List<String> model, List<String> dictionary) {
    if (model.size() != dictionary.size()) {
      throw new ModelRefusedException(
          "the model takes %d features, its dictionary has %d"
              .formatted(model.size(), dictionary.size()));
    }
    for (int i = 0; i < model.size(); i++) {
      if (!model.get(i).equals(dictionary.get(i))) {
        throw new ModelRefusedException(
            "feature %d is %s to the model and %s to its dictionary"
                .formatted(i, model.get(i), dictionary.get(i)));
      }
    }
  }

  private static void selfTest(SelfTest selfTest, CreditModel model) {
    if (selfTest.rows().isEmpty()) {
      throw new ModelRefusedException("the bundle has no self-test rows");
    }
    for (int i = 0; i < selfTest.rows().size(); i++) {
      SelfTest.Row row = selfTest.rows().get(i);
      if (model.rawScore(row.features()) != row.rawScore()) {
        throw new ModelRefusedException("self-test row " + i + " gives another score");
      }
      if (!near(model.contributions(row.features()), row.contributions())) {
        throw new ModelRefusedException("self-test row " + i + " gives other contributions");
      }
    }
  }

  private static boolean near(double[] actual, double[] expected) {
    if (actual.length != expected.length) {
      return false;
    }
    for (int i = 0; i < actual.length; i++) {
      if (!(Math.abs(actual[i] - expected[i])
          <= CONTRIBUTION_TOLERANCE * Math.max(1, Math.abs(expected[i])))) {
        return false;
      }
    }
    return true;
  }
}
