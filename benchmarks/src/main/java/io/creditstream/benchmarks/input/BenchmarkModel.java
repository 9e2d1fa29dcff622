package io.creditstream.benchmarks.input;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleParts;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.bundle.SelfTest;
import io.creditstream.features.bundle.TrainingSummary;
import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.extraction.FeatureExtractor;
import io.creditstream.features.extraction.LevelCollector;
import io.creditstream.features.profile.ReferenceProfile;
import io.creditstream.model.CreditModel;
import io.creditstream.model.LightGbmCreditModel;
import io.creditstream.model.LightGbmNative;
import io.creditstream.model.Probability;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model with a policy under which a given share of synthetic clients is declined, and so
 * explained, and all others are approved.
 *
 * @param bundle the model
 * @param rows the feature vectors of the clients
 */
public record BenchmarkModel(Bundle bundle, double[][] rows) {

  private static final int SELF_TEST_ROWS = 20;

  /**
   * Fits a model.
   *
   * @param features how many of the catalog's features it has, from the first on
   * @param declined share of the clients that its policy declines
   */
  public static BenchmarkModel fit(
      List<Dossier> clients, int trees, int leaves, int features, double declined) {
    FeatureDictionary dictionary = dictionary(clients, features);
    double[][] rows = extract(clients, dictionary);
    String text = fit(clients, rows, dictionary, trees, leaves);
    try (CreditModel model = LightGbmCreditModel.load(text)) {
      double[] probabilities = probabilities(model, rows);
      Bundle bundle =
          BundleParts.seal(
              text,
              dictionary,
              ReferenceProfile.of(dictionary, columns(rows), probabilities),
              policy(probabilities, declined),
              selfTest(rows, model),
              new TrainingSummary(1, 1, 0.1, 1, 0.7, 0.9, 10, 0.5, 0.5, 1, 2, 3, 4, 5),
              Instant.EPOCH);
      return new BenchmarkModel(bundle, rows);
    }
  }

  /**
   * A model that was made elsewhere, with another policy.
   *
   * @param declined share of the clients that the policy declines
   */
  public static BenchmarkModel of(Bundle bundle, List<Dossier> clients, double declined) {
    double[][] rows = extract(clients, bundle.dictionary());
    try (CreditModel model = LightGbmCreditModel.load(bundle.modelText())) {
      return new BenchmarkModel(bundle.with(policy(probabilities(model, rows), declined)), rows);
    }
  }

  private static double[] probabilities(CreditModel model, double[][] rows) {
    return Arrays.stream(rows).mapToDouble(row -> Probability.of(model.rawScore(row))).toArray();
  }

  private static Policy policy(double[] probabilities, double declined) {
    double[] sorted = probabilities.clone();
    Arrays.sort(sorted);
    double threshold = sorted[(int) ((sorted.length - 1) * (1 - declined))];
    return new Policy("benchmark", threshold, threshold);
  }

  private static FeatureDictionary dictionary(List<Dossier> clients, int features) {
    LevelCollector levels = new LevelCollector(FeatureCatalog.standard().definitions());
    clients.forEach(client -> levels.see(client.application(), client.history()));
    FeatureDictionary all = levels.dictionary();
    return new FeatureDictionary(all.entries().subList(0, Math.min(features, all.size())));
  }

  private static double[][] extract(List<Dossier> clients, FeatureDictionary dictionary) {
    FeatureExtractor extractor = new FeatureExtractor(dictionary);
    return clients.stream()
        .map(client -> extractor.extract(client.application(), client.history()))
        .toArray(double[][]::new);
  }

  private static double[][] columns(double[][] rows) {
    return IntStream.range(0, rows[0].length)
        .mapToObj(column -> Arrays.stream(rows).mapToDouble(row -> row[column]).toArray())
        .toArray(double[][]::new);
  }

  private static SelfTest selfTest(double[][] rows, CreditModel model) {
    return new SelfTest(
        Arrays.stream(rows)
            .limit(SELF_TEST_ROWS)
            .map(row -> new SelfTest.Row(row, model.rawScore(row), model.contributions(row)))
            .toList());
  }

  private static String fit(
      List<Dossier> clients, double[][] rows, FeatureDictionary dictionary, int trees, int leaves) {
    LightGbmNative.ensureLoaded();
    int features = dictionary.size();
    double[] values = new double[rows.length * features];
    float[] labels = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * features, features);
      labels[i] = Boolean.TRUE.equals(clients.get(i).defaulted()) ? 1 : 0;
    }
    String categories =
        IntStream.range(0, features)
            .filter(i -> dictionary.get(i).isCategory())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    String parameters =
        "objective=binary num_leaves=%d learning_rate=0.01 min_data_in_leaf=10 min_sum_hessian_in_leaf=0 feature_fraction=0.5 deterministic=true force_row_wise=true seed=1 verbosity=-1 categorical_feature=%s"
            .formatted(leaves, categories);
    try (LGBMDataset data =
        LGBMDataset.createFromMat(values, rows.length, features, true, parameters, null)) {
      data.setField("label", labels);
      data.setFeatureNames(dictionary.names().toArray(String[]::new));
      try (LGBMBooster booster = LGBMBooster.create(data, parameters)) {
        for (int tree = 0; tree < trees; tree++) {
          booster.updateOneIter();
        }
        return booster.saveModelToString(0, trees, LGBMBooster.FeatureImportanceType.GAIN);
      }
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM cannot fit the model", e);
    }
  }
}
