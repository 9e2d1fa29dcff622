package io.creditstream.trainer.fit;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_int;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_long_long;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import java.util.function.DoubleUnaryOperator;

/** A model that grows tree by tree. It belongs to one thread at a time. */
final class Booster implements AutoCloseable {

  private static final String LEAVES = "num_leaves=";

  private final SWIGTYPE_p_void handle;
  private final int features;

  /**
   * @param rows to fit to; they must outlive the booster
   */
  Booster(BinnedRows rows, String settings, int features) {
    this.handle =
        Native.create(out -> lightgbmlib.LGBM_BoosterCreate(rows.handle(), settings, out));
    this.features = features;
  }

  /** Has the probabilities of further rows computed as the model grows. */
  void watch(BinnedRows rows) {
    Native.check(lightgbmlib.LGBM_BoosterAddValidData(handle, rows.handle()));
  }

  /** Grows a tree; whether there could be another one. */
  boolean grow() {
    SWIGTYPE_p_int finished = lightgbmlib.new_intp();
    try {
      Native.check(lightgbmlib.LGBM_BoosterUpdateOneIter(handle, finished));
      return lightgbmlib.intp_value(finished) == 0;
    } finally {
      lightgbmlib.delete_intp(finished);
    }
  }

  /** Probabilities of default of the rows that are watched. */
  double[] watched(int rows) {
    SWIGTYPE_p_long_long length = lightgbmlib.new_int64_tp();
    try {
      return Native.doubles(
          rows, out -> lightgbmlib.LGBM_BoosterGetPredict(handle, 1, length, out));
    } finally {
      lightgbmlib.delete_int64_tp(length);
    }
  }

  /** Changes the values of the leaves: of the first tree, of the others. */
  void reweigh(DoubleUnaryOperator ofTheFirst, DoubleUnaryOperator ofOthers) {
    int[] leaves =
        text()
            .lines()
            .filter(line -> line.startsWith(LEAVES))
            .mapToInt(line -> Integer.parseInt(line.substring(LEAVES.length())))
            .toArray();
    SWIGTYPE_p_double value = lightgbmlib.new_doublep();
    try {
      for (int tree = 0; tree < leaves.length; tree++) {
        DoubleUnaryOperator change = tree == 0 ? ofTheFirst : ofOthers;
        for (int leaf = 0; leaf < leaves[tree]; leaf++) {
          Native.check(lightgbmlib.LGBM_BoosterGetLeafValue(handle, tree, leaf, value));
          double changed = change.applyAsDouble(lightgbmlib.doublep_value(value));
          Native.check(lightgbmlib.LGBM_BoosterSetLeafValue(handle, tree, leaf, changed));
        }
      }
    } finally {
      lightgbmlib.delete_doublep(value);
    }
  }

  int trees() {
    SWIGTYPE_p_int trees = lightgbmlib.new_intp();
    try {
      Native.check(lightgbmlib.LGBM_BoosterGetCurrentIteration(handle, trees));
      return lightgbmlib.intp_value(trees);
    } finally {
      lightgbmlib.delete_intp(trees);
    }
  }

  /** The model as text. */
  String text() {
    SWIGTYPE_p_long_long length = lightgbmlib.new_int64_tp();
    try {
      String text =
          lightgbmlib.LGBM_BoosterSaveModelToStringSWIG(
              handle, 0, -1, lightgbmlibConstants.C_API_FEATURE_IMPORTANCE_GAIN, 1 << 20, length);
      if (text == null) {
        throw new IllegalStateException("LightGBM cannot write the model as text");
      }
      return text;
    } finally {
      lightgbmlib.delete_int64_tp(length);
    }
  }

  /** Total gain of the splits of each feature. */
  double[] gains() {
    return importance(lightgbmlibConstants.C_API_FEATURE_IMPORTANCE_GAIN);
  }

  /** Number of splits of each feature. */
  double[] splits() {
    return importance(lightgbmlibConstants.C_API_FEATURE_IMPORTANCE_SPLIT);
  }

  private double[] importance(int kind) {
    return Native.doubles(
        features, out -> lightgbmlib.LGBM_BoosterFeatureImportance(handle, 0, kind, out));
  }

  @Override
  public void close() {
    Native.check(lightgbmlib.LGBM_BoosterFree(handle));
  }
}
