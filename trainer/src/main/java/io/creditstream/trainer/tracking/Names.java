package io.creditstream.trainer.tracking;

import java.util.Map;
import java.util.TreeMap;

/** Names that MLflow takes for parameters, metrics and tags. */
final class Names {

  private static final int LONGEST_VALUE = 500;

  private Names() {}

  /** Letters, digits, underscores, dashes, dots, spaces and slashes alone; no path upwards. */
  static String clean(String name) {
    String clean = name.replaceAll("[^\\w\\-. /]", "_").replaceAll("^[/.]+|[/.]+$", "_");
    return clean.replaceAll("/\\.*(?=/)|(?<=/)\\.+(?=/)", "/_");
  }

  /** Clean names, and values no longer than every version of MLflow takes. */
  static Map<String, String> clean(Map<String, String> pairs) {
    Map<String, String> clean = new TreeMap<>();
    pairs.forEach(
        (name, value) ->
            clean.put(
                clean(name),
                value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value));
    return clean;
  }
}
