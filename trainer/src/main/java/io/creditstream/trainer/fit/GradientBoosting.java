package io.creditstream.trainer.fit;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.model.LightGbmNative;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.matrix.FeatureMatrix;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fits gradient-boosted trees by LightGBM and stops when they no longer improve. */
public final class GradientBoosting {

  private final BoostingParameters parameters;

  public GradientBoosting(BoostingParameters parameters) {
    this.parameters = parameters;
  }

  /**
   * Fits a model.
   *
   * @param training rows to fit to
   * @param validation rows whose log-loss decides when to stop
   */
  public FittedModel fit(
      FeatureMatrix matrix, int[] training, int[] validation, Progress progress) {
    LightGbmNative.ensureLoaded();
    String settings = parameters.lightGbm(categories(matrix.dictionary()));
    try (LGBMDataset trainingData = dataset(matrix, training, settings, null);
        LGBMDataset validationData = dataset(matrix, validation, settings, trainingData);
        LGBMBooster booster = LGBMBooster.create(trainingData, settings)) {
      booster.addValidData(validationData);
      int trees = boost(booster, progress);
      return new FittedModel(
          booster.saveModelToString(0, trees, LGBMBooster.FeatureImportanceType.GAIN), trees);
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM cannot fit the model: " + e.getMessage(), e);
    }
  }

  /** The number of trees with the least log-loss, which is less noisy than the AUC. */
  private int boost(LGBMBooster booster, Progress progress) throws LGBMException {
    double best = Double.POSITIVE_INFINITY;
    int bestTrees = 0;
    int trees = 0;
    boolean canGrow = true;
    while (canGrow
        && trees < parameters.maxTrees()
        && trees - bestTrees < parameters.earlyStopping()) {
      canGrow = !booster.updateOneIter();
      trees++;
      double logLoss = booster.getEval(1)[0];
      if (logLoss < best) {
        best = logLoss;
        bestTrees = trees;
      }
      progress.at("Growing trees", trees, parameters.maxTrees());
    }
    progress.at("Growing trees", parameters.maxTrees(), parameters.maxTrees());
    return bestTrees;
  }

  private static LGBMDataset dataset(
      FeatureMatrix matrix, int[] rows, String settings, @Nullable LGBMDataset reference)
      throws LGBMException {
    int features = matrix.dictionary().size();
    double[] values = new double[rows.length * features];
    float[] labels = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(matrix.row(rows[i]), 0, values, i * features, features);
      labels[i] = matrix.defaulted()[rows[i]] ? 1 : 0;
    }
    LGBMDataset dataset =
        LGBMDataset.createFromMat(values, rows.length, features, true, settings, reference);
    dataset.setField("label", labels);
    dataset.setFeatureNames(matrix.dictionary().names().toArray(String[]::new));
    return dataset;
  }

  private static String categories(FeatureDictionary dictionary) {
    return IntStream.range(0, dictionary.size())
        .filter(i -> dictionary.get(i).isCategory())
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(","));
  }
}
