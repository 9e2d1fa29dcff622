package io.creditstream.benchmarks.input;

import com.microsoft.ml.lightgbm.PredictionType;
import io.creditstream.model.LightGbmNative;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;

/** LightGBM on many rows in one call. */
public final class LightGbmBatch implements AutoCloseable {

  private final LGBMBooster booster;
  private final int features;

  public LightGbmBatch(String modelText) {
    LightGbmNative.ensureLoaded();
    try {
      this.booster = LGBMBooster.loadModelFromString(modelText);
      this.features = booster.getNumFeature();
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM does not take the model", e);
    }
  }

  /**
   * Raw scores of rows.
   *
   * @param rows one behind the other
   */
  public double[] rawScores(double[] rows) {
    try {
      return booster.predictForMat(
          rows,
          rows.length / features,
          features,
          true,
          PredictionType.C_API_PREDICT_RAW_SCORE,
          "num_threads=1");
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM does not score the rows", e);
    }
  }

  @Override
  public void close() {
    try {
      booster.close();
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM does not free the model", e);
    }
  }
}
