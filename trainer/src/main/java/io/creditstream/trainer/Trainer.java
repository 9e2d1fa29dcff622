package io.creditstream.trainer;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleParts;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.bundle.SelfTest;
import io.creditstream.features.bundle.TrainingSummary;
import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.catalog.FeatureDefinition;
import io.creditstream.features.dataset.DatasetException;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.profile.ReferenceProfile;
import io.creditstream.model.CreditModel;
import io.creditstream.model.LightGbmCreditModel;
import io.creditstream.trainer.evaluation.ConfusionMatrix;
import io.creditstream.trainer.fit.BinnedRows;
import io.creditstream.trainer.fit.FinalFit;
import io.creditstream.trainer.fit.FittedModel;
import io.creditstream.trainer.fold.Folds;
import io.creditstream.trainer.matrix.FeatureMatrices;
import io.creditstream.trainer.matrix.FeatureMatrix;
import io.creditstream.trainer.matrix.LabelledRows;
import io.creditstream.trainer.matrix.RowSample;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes a model bundle of loans with known outcomes. Everything that is said of the model comes
 * from predictions out of fold; the model itself is fitted to all rows. The same data, options and
 * seed give the same model, bit for bit, on any number of processors.
 */
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
   * @throws DatasetException if the dossiers cannot be read, lack outcomes, have too few of one
   *     class or a client twice
   */
  public Trained train(TrainingInput input) {
    Instant start = clock.instant();
    FeatureDictionary dictionary =
        FeatureMatrices.dictionary(definitions(input), input.dossiers(), progress);
    LabelledRows rows = FeatureMatrices.labelled(dictionary, input.dossiers(), progress);
    FeatureMatrix matrix = rows.matrix();
    requireBothClasses(matrix.defaulted());
    Folds folds =
        Folds.stratified(matrix.clientIds(), matrix.defaulted(), options.folds(), options.seed());
    double[] costs =
        options.cost().ofWrongDecisions(matrix.defaulted(), rows.applicants().credits());
    try (BinnedRows binned = BinnedRows.of(matrix)) {
      ModelChoice choice =
          new ModelChooser(options, binned, matrix, folds, costs, progress).choose();
      Judgement judgement =
          Judgement.of(
              choice.crossFit().rawScores(),
              matrix.defaulted(),
              costs,
              options.cost().unit(),
              folds,
              options.seed());
      FittedModel fitted =
          FinalFit.fit(
              binned,
              matrix,
              choice.recipe(),
              choice.crossFit().trees(),
              judgement.scaling().slope(),
              judgement.scaling().offset(),
              progress);
      Bundle bundle = bundle(matrix, fitted, judgement, costs);
      ResultAssembler assembler =
          new ResultAssembler(options, rows, folds, choice, judgement, fitted, progress);
      return new Trained(bundle, assembler.result(input, bundle, binned, start, clock));
    }
  }

  private List<FeatureDefinition> definitions(TrainingInput input) {
    return FeatureCatalog.standard().definitions().stream()
        .filter(options.protectedFeatures()::allow)
        .filter(input::has)
        .toList();
  }

  private Bundle bundle(
      FeatureMatrix matrix, FittedModel fitted, Judgement judgement, double[] costs) {
    double threshold = judgement.quality().threshold();
    return BundleParts.seal(
        fitted.modelText(),
        matrix.dictionary(),
        ReferenceProfile.of(matrix.dictionary(), matrix.columns(), judgement.probabilities()),
        new Policy(POLICY_VERSION, threshold, threshold),
        selfTest(matrix, fitted),
        summary(matrix, fitted, judgement, costs),
        clock.instant());
  }

  private TrainingSummary summary(
      FeatureMatrix matrix, FittedModel fitted, Judgement judgement, double[] costs) {
    ConfusionMatrix confusion = judgement.confusion();
    return new TrainingSummary(
        matrix.rows(),
        matrix.rows(),
        (double) count(matrix.defaulted()) / matrix.rows(),
        fitted.trees(),
        judgement.quality().auc(),
        judgement.quality().accuracy(),
        meanCost(matrix.defaulted(), costs, true) / meanCost(matrix.defaulted(), costs, false),
        judgement.quality().cost(),
        judgement.quality().threshold(),
        confusion.truePositives(),
        confusion.falsePositives(),
        confusion.trueNegatives(),
        confusion.falseNegatives(),
        options.seed());
  }

  private SelfTest selfTest(FeatureMatrix matrix, FittedModel fitted) {
    try (CreditModel model = LightGbmCreditModel.load(fitted.modelText())) {
      return new SelfTest(
          Arrays.stream(RowSample.of(matrix.rows(), SELF_TEST_ROWS, options.seed()))
              .mapToObj(matrix::row)
              .map(row -> new SelfTest.Row(row, model.rawScore(row), model.contributions(row)))
              .toList());
    }
  }

  private static double meanCost(boolean[] defaulted, double[] costs, boolean outcome) {
    return IntStream.range(0, costs.length)
        .filter(row -> defaulted[row] == outcome)
        .mapToDouble(row -> costs[row])
        .average()
        .orElse(Double.NaN);
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
