package io.creditstream.trainer.fit;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_float;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_int;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.model.LightGbmNative;
import io.creditstream.trainer.matrix.FeatureMatrix;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the form that LightGBM fits trees to: about one byte a value. The bins of a feature come
 * from the values of all rows, never from outcomes; subsets share them.
 */
public final class BinnedRows implements AutoCloseable {

  private final SWIGTYPE_p_void handle;
  private final String settings;
  private final int rows;

  private BinnedRows(SWIGTYPE_p_void handle, String settings, int rows) {
    this.handle = handle;
    this.settings = settings;
    this.rows = rows;
  }

  /** All rows of a matrix. While it runs it needs the matrix once more, in native memory. */
  public static BinnedRows of(FeatureMatrix matrix) {
    LightGbmNative.ensureLoaded();
    String settings = settings(matrix.dictionary());
    BinnedRows binned = create(matrix.columns(), matrix.defaulted(), settings, null);
    String[] names = matrix.dictionary().names().toArray(String[]::new);
    Native.check(lightgbmlib.LGBM_DatasetSetFeatureNames(binned.handle(), names, names.length));
    return binned;
  }

  /** Some of the rows, in ascending order, in memory of their own. */
  public BinnedRows subset(int[] indices) {
    SWIGTYPE_p_int chosen = lightgbmlib.new_intArray(indices.length);
    try {
      for (int i = 0; i < indices.length; i++) {
        lightgbmlib.intArray_setitem(chosen, i, indices[i]);
      }
      return new BinnedRows(
          Native.create(
              out ->
                  lightgbmlib.LGBM_DatasetGetSubset(handle, chosen, indices.length, settings, out)),
          settings,
          indices.length);
    } finally {
      lightgbmlib.delete_intArray(chosen);
    }
  }

  /** Other rows in the bins of these. */
  public BinnedRows alike(double[][] columns, boolean[] defaulted) {
    return create(columns, defaulted, settings, handle);
  }

  public int rows() {
    return rows;
  }

  SWIGTYPE_p_void handle() {
    return handle;
  }

  @Override
  public void close() {
    Native.check(lightgbmlib.LGBM_DatasetFree(handle));
  }

  private static BinnedRows create(
      double[][] columns,
      boolean[] defaulted,
      String settings,
      @Nullable SWIGTYPE_p_void reference) {
    int rows = defaulted.length;
    SWIGTYPE_p_double values = lightgbmlib.new_doubleArray((long) rows * columns.length);
    SWIGTYPE_p_void handle;
    try {
      for (int feature = 0; feature < columns.length; feature++) {
        long start = (long) feature * rows;
        for (int row = 0; row < rows; row++) {
          lightgbmlib.doubleArray_setitem(values, start + row, columns[feature][row]);
        }
      }
      handle =
          Native.create(
              out ->
                  lightgbmlib.LGBM_DatasetCreateFromMat(
                      lightgbmlib.double_to_voidp_ptr(values),
                      lightgbmlibConstants.C_API_DTYPE_FLOAT64,
                      rows,
                      columns.length,
                      0,
                      settings,
                      reference,
                      out));
    } finally {
      lightgbmlib.delete_doubleArray(values);
    }
    label(handle, defaulted);
    return new BinnedRows(handle, settings, rows);
  }

  private static void label(SWIGTYPE_p_void handle, boolean[] defaulted) {
    SWIGTYPE_p_float labels = lightgbmlib.new_floatArray(defaulted.length);
    try {
      for (int row = 0; row < defaulted.length; row++) {
        lightgbmlib.floatArray_setitem(labels, row, defaulted[row] ? 1 : 0);
      }
      Native.check(
          lightgbmlib.LGBM_DatasetSetField(
              handle,
              "label",
              lightgbmlib.float_to_voidp_ptr(labels),
              defaulted.length,
              lightgbmlibConstants.C_API_DTYPE_FLOAT32));
    } finally {
      lightgbmlib.delete_floatArray(labels);
    }
  }

  /** One thread: folds run beside each other, and the model must not depend on the machine. */
  private static String settings(FeatureDictionary dictionary) {
    String categories =
        IntStream.range(0, dictionary.size())
            .filter(i -> dictionary.get(i).isCategory())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    return "max_bin=255 feature_pre_filter=false num_threads=1 verbosity=-1 categorical_feature="
        + categories;
  }
}
