package io.creditstream.model;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleParts;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.bundle.SelfTest;
import io.creditstream.features.bundle.TrainingSummary;
import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.profile.ReferenceProfile;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A small model of four features, one of them a category, trained when it is first asked for. */
final class TestModel {

  static final int FEATURES = 4;

  private static final int ROWS = 2000;
  private static final int TREES = 25;
  private static final int SELF_TEST_ROWS = 5;
  private static final List<String> LEVELS = List.of("a", "b", "c", "d");
  private static final String PARAMETERS =
      "objective=binary num_leaves=12 learning_rate=0.2 seed=7 deterministic=true"
          + " force_row_wise=true verbosity=-1 categorical_feature=1 cat_smooth=1"
          + " min_data_per_group=5";

  private TestModel() {}

  static String text() {
    return Trained.TEXT;
  }

  static FeatureDictionary dictionary() {
    FeatureCatalog catalog = FeatureCatalog.standard();
    return new FeatureDictionary(
        List.of(
            catalog.require("AMT_CREDIT").entry(List.of()),
            catalog.require("NAME_CONTRACT_TYPE").entry(LEVELS),
            catalog.require("EXT_SOURCE_2").entry(List.of()),
            catalog.require("DAYS_BIRTH").entry(List.of())));
  }

  /** A sound bundle of the model. */
  static Bundle bundle() {
    return bundle(text(), dictionary(), selfTest());
  }

  /** A bundle of these parts with the digests that belong to them. */
  static Bundle bundle(String text, FeatureDictionary dictionary, SelfTest selfTest) {
    double[][] columns = new double[dictionary.size()][1];
    return BundleParts.seal(
        text,
        dictionary,
        ReferenceProfile.of(dictionary, columns, new double[] {0.1, 0.2}),
        new Policy("p", 0.5, 0.5),
        selfTest,
        new TrainingSummary(1, 1, 0.1, 1, 0.7, 0.9, 10, 0.5, 0.5, 1, 2, 3, 4, 5),
        Instant.parse("2026-01-01T00:00:00Z"));
  }

  static SelfTest selfTest() {
    return selfTest(text());
  }

  /** What LightGBM makes of some rows. */
  static SelfTest selfTest(String modelText) {
    try (CreditModel model = LightGbmCreditModel.load(modelText)) {
      return new SelfTest(
          Arrays.stream(rows(SELF_TEST_ROWS, 3))
              .map(row -> new SelfTest.Row(row, model.rawScore(row), model.contributions(row)))
              .toList());
    }
  }

  /** Random rows: with missing values, unseen levels (−1) and values far outside of training. */
  static double[][] rows(int count, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] =
          new double[] {
            odd(random, random.nextDouble() * 1e6),
            random.nextInt(10) == 0 ? Double.NaN : random.nextInt(LEVELS.size() + 1) - 1,
            odd(random, random.nextDouble()),
            odd(random, -7000 - random.nextInt(18_000))
          };
    }
    return rows;
  }

  private static double odd(Random random, double usual) {
    return switch (random.nextInt(20)) {
      case 0, 1 -> Double.NaN;
      case 2 -> Double.MAX_VALUE;
      case 3 -> -Double.MAX_VALUE;
      case 4 -> Double.MIN_VALUE;
      case 5 -> 0;
      default -> usual;
    };
  }

  private static final class Trained {
    private static final String TEXT = train();

    private static String train() {
      LightGbmNative.ensureLoaded();
      double[][] rows = rows(ROWS, 1);
      Random noise = new Random(2);
      double[] values = new double[ROWS * FEATURES];
      float[] labels = new float[ROWS];
      for (int i = 0; i < ROWS; i++) {
        System.arraycopy(rows[i], 0, values, i * FEATURES, FEATURES);
        double risk = (rows[i][1] == 2 ? 1 : 0) + (rows[i][2] < 0.4 ? 1 : 0);
        labels[i] = risk + noise.nextGaussian() > 1.5 ? 1 : 0;
      }
      try (LGBMDataset data =
          LGBMDataset.createFromMat(values, ROWS, FEATURES, true, PARAMETERS, null)) {
        data.setField("label", labels);
        data.setFeatureNames(dictionary().names().toArray(String[]::new));
        try (LGBMBooster booster = LGBMBooster.create(data, PARAMETERS)) {
          for (int tree = 0; tree < TREES; tree++) {
            booster.updateOneIter();
          }
          return booster.saveModelToString(0, TREES, LGBMBooster.FeatureImportanceType.GAIN);
        }
      } catch (LGBMException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
