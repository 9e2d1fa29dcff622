package io.creditstream.trainer;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleParts;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.bundle.SelfTest;
import io.creditstream.features.bundle.TrainingSummary;
import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.catalog.FeatureDefinition;
import io.creditstream.features.dataset.DatasetException;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.profile.ReferenceProfile;
import io.creditstream.model.CreditModel;
import io.creditstream.model.LightGbmCreditModel;
import io.creditstream.model.Probability;
import io.creditstream.trainer.evaluation.ConfusionMatrix;
import io.creditstream.trainer.evaluation.RocAuc;
import io.creditstream.trainer.fit.FittedModel;
import io.creditstream.trainer.fit.GradientBoosting;
import io.creditstream.trainer.fit.Split;
import io.creditstream.trainer.matrix.FeatureMatrices;
import io.creditstream.trainer.matrix.FeatureMatrix;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Makes a model bundle of dossiers with known outcomes. */
public final class Trainer {

  private static final int SELF_TEST_ROWS = 20;
  private static final int MIN_ROWS_OF_A_CLASS = 10;
  private static final String POLICY_VERSION = "threshold-1";

  private final TrainingOptions options;
  private final Clock clock;
  private final Progress progress;

  public Trainer(TrainingOptions options, Clock clock, Progress progress) {
    this.options = options;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Trains a model.
   *
   * @throws DatasetException if the dossiers cannot be read, lack outcomes or have too few of one
   *     class
   */
  public Bundle train(DossierSource dossiers) {
    FeatureDictionary dictionary = FeatureMatrices.dictionary(definitions(), dossiers, progress);
    FeatureMatrix matrix = FeatureMatrices.labelled(dictionary, dossiers, progress);
    requireBothClasses(matrix.defaulted());
    Split split = Split.stratified(matrix.defaulted(), options.boosting().seed());
    FittedModel fitted =
        new GradientBoosting(options.boosting())
            .fit(matrix, split.training(), split.validation(), progress);
    try (CreditModel model = LightGbmCreditModel.load(fitted.modelText())) {
      return bundle(matrix, split, fitted, model);
    }
  }

  private List<FeatureDefinition> definitions() {
    FeatureCatalog catalog = FeatureCatalog.standard();
    return options.includeExcluded() ? catalog.definitions() : catalog.trainable();
  }

  private Bundle bundle(FeatureMatrix matrix, Split split, FittedModel fitted, CreditModel model) {
    double[] validation = probabilities(matrix, split.validation(), model);
    double[] holdout = probabilities(matrix, split.holdout(), model);
    double threshold =
        options.cost().bestThreshold(validation, outcomes(matrix, split.validation()));
    double[] unfitted = concat(validation, holdout);
    return BundleParts.seal(
        fitted.modelText(),
        matrix.dictionary(),
        ReferenceProfile.of(matrix.dictionary(), matrix.columns(), unfitted),
        new Policy(POLICY_VERSION, threshold, threshold),
        selfTest(matrix, split.holdout(), model),
        summary(matrix, split, fitted, holdout, threshold),
        clock.instant());
  }

  private TrainingSummary summary(
      FeatureMatrix matrix, Split split, FittedModel fitted, double[] holdout, double threshold) {
    boolean[] outcomes = outcomes(matrix, split.holdout());
    ConfusionMatrix confusion = ConfusionMatrix.at(threshold, holdout, outcomes);
    return new TrainingSummary(
        split.training().length,
        split.holdout().length,
        (double) count(matrix.defaulted()) / matrix.rows(),
        fitted.trees(),
        RocAuc.of(holdout, outcomes),
        confusion.accuracy(),
        options.cost().falseNegative(),
        options.cost().perApplication(confusion),
        threshold,
        confusion.truePositives(),
        confusion.falsePositives(),
        confusion.trueNegatives(),
        confusion.falseNegatives(),
        options.boosting().seed());
  }

  private static SelfTest selfTest(FeatureMatrix matrix, int[] rows, CreditModel model) {
    return new SelfTest(
        Arrays.stream(rows)
            .limit(SELF_TEST_ROWS)
            .mapToObj(matrix::row)
            .map(row -> new SelfTest.Row(row, model.rawScore(row), model.contributions(row)))
            .toList());
  }

  private static double[] probabilities(FeatureMatrix matrix, int[] rows, CreditModel model) {
    return Arrays.stream(rows)
        .mapToDouble(row -> Probability.of(model.rawScore(matrix.row(row))))
        .toArray();
  }

  private static boolean[] outcomes(FeatureMatrix matrix, int[] rows) {
    boolean[] outcomes = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      outcomes[i] = matrix.defaulted()[rows[i]];
    }
    return outcomes;
  }

  private static double[] concat(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static void requireBothClasses(boolean[] defaulted) {
    long defaults = count(defaulted);
    if (Math.min(defaults, defaulted.length - defaults) < MIN_ROWS_OF_A_CLASS) {
      throw new DatasetException(
          "training needs at least %d repaid and %d defaulted loans; there are %d and %d"
              .formatted(
                  MIN_ROWS_OF_A_CLASS, MIN_ROWS_OF_A_CLASS, defaulted.length - defaults, defaults));
    }
  }

  private static long count(boolean[] flags) {
    return IntStream.range(0, flags.length).filter(i -> flags[i]).count();
  }
}
