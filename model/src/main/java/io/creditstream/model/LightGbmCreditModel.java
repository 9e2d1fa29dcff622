package io.creditstream.model;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Arrays;
import java.util.List;

/**
 * A model run by LightGBM itself. It may be closed by any thread at any time: its native memory is
 * freed when no prediction needs it any more.
 */
public final class LightGbmCreditModel implements CreditModel {

  /** More threads cost more than they bring for a single row. */
  private static final String PARAMETERS = "num_threads=1";

  private final LGBMBooster booster;
  private final UseCount uses = new UseCount(this::free);
  private final int featureCount;
  private final List<String> featureNames;
  private final double baseValue;

  private LightGbmCreditModel(LGBMBooster booster) throws LGBMException {
    this.booster = booster;
    this.featureCount = booster.getNumFeature();
    this.featureNames = List.of(booster.getFeatureNames());
    this.baseValue = contributionsAndBase(new double[featureCount])[featureCount];
  }

  /**
   * Loads a model from its text form. The text must be known to be sound: a truncated one ends the
   * process.
   *
   * @throws ModelRefusedException if LightGBM does not take it
   */
  public static LightGbmCreditModel load(String modelText) {
    LightGbmNative.ensureLoaded();
    try {
      return new LightGbmCreditModel(LGBMBooster.loadModelFromString(modelText));
    } catch (LGBMException e) {
      throw new ModelRefusedException("LightGBM does not take the model", e);
    }
  }

  @Override
  public int featureCount() {
    return featureCount;
  }

  /** What the model calls its features, in the order of the vector. */
  public List<String> featureNames() {
    return featureNames;
  }

  @Override
  public double rawScore(double[] features) {
    return predict(features, PredictionType.C_API_PREDICT_RAW_SCORE)[0];
  }

  @Override
  public double baseValue() {
    return baseValue;
  }

  @Override
  public double[] contributions(double[] features) {
    return Arrays.copyOf(contributionsAndBase(features), featureCount);
  }

  @Override
  public void close() {
    uses.close();
  }

  private void free() {
    try {
      booster.close();
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM does not free the model", e);
    }
  }

  private double[] contributionsAndBase(double[] features) {
    return predict(features, PredictionType.C_API_PREDICT_CONTRIB);
  }

  private double[] predict(double[] features, PredictionType type) {
    // LightGBM would read past the end of a shorter row.
    if (features.length != featureCount) {
      throw new IllegalArgumentException(
          "the model takes " + featureCount + " features, not " + features.length);
    }
    uses.enter();
    try {
      return booster.predictForMat(features, 1, featureCount, true, type, PARAMETERS);
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM does not score the row", e);
    } finally {
      uses.leave();
    }
  }
}
