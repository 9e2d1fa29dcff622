package io.creditstream.model.oracle;

import io.creditstream.model.LightGbmNative;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Random;

/** A model that LightGBM fits to random data with random parameters, all drawn from one seed. */
public record TrainedModel(String text, int features, String parameters) {

  private static final int ROWS = 600;
  private static final int LEVELS = 9;

  /** Trains with what the seed says. */
  public static TrainedModel of(long seed) {
    Random random = new Random(seed);
    int leaves = new int[] {2, 3, 8, 31, 90, 200}[random.nextInt(6)];
    String parameters =
        "num_leaves=%d learning_rate=%s min_data_in_leaf=%d min_data_in_bin=1 max_bin=%d use_missing=%s zero_as_missing=%s max_cat_to_onehot=%d min_data_per_group=%d cat_smooth=1 cat_l2=1 bagging_freq=1 bagging_fraction=%s feature_fraction=%s"
            .formatted(
                leaves,
                new double[] {0.02, 0.3, 1}[random.nextInt(3)],
                1 + random.nextInt(leaves > 31 ? 3 : 20),
                new int[] {4, 16, 255}[random.nextInt(3)],
                random.nextInt(4) > 0,
                random.nextInt(3) == 0,
                new int[] {1, 4, 20}[random.nextInt(3)],
                1 + random.nextInt(20),
                random.nextBoolean() ? 1 : 0.6,
                random.nextBoolean() ? 1 : 0.5);
    return of(seed, 1 + random.nextInt(12), 1 + random.nextInt(40), parameters);
  }

  /** Trains with these parameters; every third feature is a category. */
  public static TrainedModel of(long seed, int features, int trees, String parameters) {
    LightGbmNative.ensureLoaded();
    StringBuilder all = new StringBuilder("objective=binary deterministic=true verbosity=-1 ");
    all.append("force_row_wise=true num_threads=1 feature_pre_filter=false seed=").append(seed);
    all.append(' ').append(parameters);
    if (features > 2) {
      all.append(" categorical_feature=2");
      for (int i = 5; i < features; i += 3) {
        all.append(',').append(i);
      }
    }
    return new TrainedModel(fit(seed, features, trees, all.toString()), features, all.toString());
  }

  /** Random rows: usual values, missing, negative, unseen, huge, infinite and tiny ones. */
  public double[][] rows(int count, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[count][features];
    for (double[] row : rows) {
      for (int i = 0; i < features; i++) {
        row[i] = random.nextInt(5) == 0 ? odd(random) : usual(random, i);
      }
    }
    return rows;
  }

  private static double usual(Random random, int feature) {
    return feature % 3 == 2 ? random.nextInt(LEVELS) : Math.rint(random.nextGaussian() * 8) / 4;
  }

  private static double odd(Random random) {
    double[] odd = {
      Double.NaN,
      Double.NaN,
      0,
      -0.0,
      -1,
      -0.5,
      0.5,
      7.9,
      31,
      32,
      1e10,
      -1e10,
      1e300,
      -1e300,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      Double.MIN_VALUE,
      1e-36,
      -1e-36,
      1.1e-35,
      1e-35f,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    return odd[random.nextInt(odd.length)];
  }

  private static String fit(long seed, int features, int trees, String parameters) {
    Random random = new Random(seed + 1);
    double[] values = new double[ROWS * features];
    float[] labels = new float[ROWS];
    for (int i = 0; i < ROWS; i++) {
      double risk = random.nextGaussian();
      for (int j = 0; j < features; j++) {
        double value = usual(random, j);
        risk += Math.sin(value * (1 + j)) * (j % 2 == 0 ? 1 : value);
        boolean missing = j % 4 < 2 && random.nextInt(4) == 0;
        values[i * features + j] = missing ? (j % 2 == 0 ? Double.NaN : 0) : value;
        risk += missing ? 1 : 0;
      }
      labels[i] = risk > 1 ? 1 : 0;
    }
    try (LGBMDataset data =
        LGBMDataset.createFromMat(values, ROWS, features, true, parameters, null)) {
      data.setField("label", labels);
      try (LGBMBooster booster = LGBMBooster.create(data, parameters)) {
        for (int tree = 0; tree < trees; tree++) {
          booster.updateOneIter();
        }
        return booster.saveModelToString(0, trees, LGBMBooster.FeatureImportanceType.GAIN);
      }
    } catch (LGBMException e) {
      throw new IllegalStateException(e);
    }
  }
}
