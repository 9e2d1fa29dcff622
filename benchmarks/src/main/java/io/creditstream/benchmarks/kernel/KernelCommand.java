package io.creditstream.benchmarks.kernel;

import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleDirectory;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.evaluation.RocAuc;
import io.creditstream.trainer.fit.BinnedRows;
import io.creditstream.trainer.fit.BoostingParameters;
import io.creditstream.trainer.fit.CrossValidation;
import io.creditstream.trainer.fit.Growth;
import io.creditstream.trainer.fit.Recipe;
import io.creditstream.trainer.fold.Folds;
import io.creditstream.trainer.imbalance.Untreated;
import io.creditstream.trainer.matrix.FeatureMatrices;
import io.creditstream.trainer.matrix.FeatureMatrix;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the project's features with the usual ones: same loans, folds and parameters. */
@Command(
    name = "kernel",
    mixinStandardHelpOptions = true,
    description = "AUC out of fold of the project's features beside those of the usual notebook.")
public final class KernelCommand implements Callable<Integer> {

  private static final int FOLDS = 5;

  @Option(names = "--data", required = true, description = "directory in the Kaggle layout")
  private Path data = Path.of(".");

  @Option(names = "--seed", description = "of folds and trees (default ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--repeats",
      description =
          "cross-validations with other folds and trees, whose scores are averaged (default"
              + " ${DEFAULT-VALUE})")
  private int repeats = 5;

  @Override
  public Integer call() {
    FeatureMatrix usual = new KernelFeatures(data).matrix();
    FeatureMatrix ours = ours();
    if (!ours.clientIds().equals(usual.clientIds())) {
      throw new IllegalStateException("the loans stand in another order");
    }
    System.out.println("| parameters | usual features | AUC | features here | AUC | difference |");
    System.out.println("|---|---|---|---|---|---|");
    parameters().forEach((name, parameters) -> row(name, parameters, usual, ours));
    return 0;
  }

  private void row(
      String name,
      LongFunction<BoostingParameters> parameters,
      FeatureMatrix usual,
      FeatureMatrix ours) {
    double[] first = scores(ours, parameters);
    double[] second = scores(usual, parameters);
    PairedAuc paired = PairedAuc.of(first, second, ours.defaulted(), seed);
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.4f | %d | %.4f | %+.4f (%+.4f to %+.4f) |%n",
        name,
        usual.columns().length,
        RocAuc.of(second, usual.defaulted()),
        ours.columns().length,
        RocAuc.of(first, ours.defaulted()),
        paired.difference(),
        paired.low(),
        paired.high());
  }

  /** The trainer's own, and such as the notebooks use: many leaves, nearly all features a tree. */
  private static Map<String, LongFunction<BoostingParameters>> parameters() {
    Map<String, LongFunction<BoostingParameters>> parameters = new LinkedHashMap<>();
    parameters.put("the trainer's", BoostingParameters::standard);
    parameters.put(
        "a notebook's",
        seed ->
            new BoostingParameters(2000, 100, 0.02, 34, 20, 0.95, 0.87, 0.04, 0.07, false, seed));
    return parameters;
  }

  /** The mean log-odds of each loan over the repeats, each out of fold. */
  private double[] scores(FeatureMatrix matrix, LongFunction<BoostingParameters> parameters) {
    double[] sums = new double[matrix.rows()];
    try (BinnedRows binned = BinnedRows.of(matrix)) {
      for (int repeat = 0; repeat < repeats; repeat++) {
        Folds folds =
            Folds.stratified(matrix.clientIds(), matrix.defaulted(), FOLDS, seed + repeat);
        double[] scores =
            new CrossValidation(binned, matrix, folds)
                .fit(
                    new Recipe(parameters.apply(seed + repeat), Growth.BOOSTING, new Untreated()),
                    "Cross-validating",
                    Progress.silent())
                .rawScores();
        for (int row = 0; row < sums.length; row++) {
          sums[row] += scores[row] / repeats;
        }
      }
    }
    return sums;
  }

  private FeatureMatrix ours() {
    KaggleDirectory directory = KaggleDirectory.open(data);
    SubmissionTimes anyTime = SubmissionTimes.at(Instant.parse("2024-06-01T12:00:00Z"));
    try (DossierSource loans = directory.dossiers(KaggleTable.APPLICATION_TRAIN, anyTime)) {
      var dictionary =
          FeatureMatrices.dictionary(
              FeatureCatalog.standard().trainable(), loans, Progress.silent());
      return FeatureMatrices.labelled(dictionary, loans, Progress.silent()).matrix();
    }
  }
}
