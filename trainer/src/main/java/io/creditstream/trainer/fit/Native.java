package io.creditstream.trainer.fit;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import java.util.function.ToIntFunction;

/** Calls of LightGBM's C interface, which LightGBM4J's own classes cover in part. */
final class Native {

  private Native() {}

  /**
   * @throws IllegalStateException if a call failed
   */
  static void check(int code) {
    if (code != 0) {
      // Its message cannot be had: LightGBM keeps it where the wrapper does not look.
      throw new IllegalStateException("LightGBM failed; it says why in the lines above");
    }
  }

  /** The object that a call makes. */
  static SWIGTYPE_p_void create(ToIntFunction<SWIGTYPE_p_p_void> call) {
    SWIGTYPE_p_p_void out = lightgbmlib.voidpp_handle();
    try {
      check(call.applyAsInt(out));
      return lightgbmlib.voidpp_value(out);
    } finally {
      lightgbmlib.delete_voidpp(out);
    }
  }

  /** The numbers that a call writes. */
  static double[] doubles(int length, ToIntFunction<SWIGTYPE_p_double> call) {
    SWIGTYPE_p_double out = lightgbmlib.new_doubleArray(length);
    try {
      check(call.applyAsInt(out));
      double[] values = new double[length];
      for (int i = 0; i < length; i++) {
        values[i] = lightgbmlib.doubleArray_getitem(out, i);
      }
      return values;
    } finally {
      lightgbmlib.delete_doubleArray(out);
    }
  }
}
