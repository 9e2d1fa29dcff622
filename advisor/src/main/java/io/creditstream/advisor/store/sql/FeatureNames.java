package io.creditstream.advisor.store.sql;

import org.jspecify.annotations.Nullable;

/** Names of columns that hold features. */
public final class FeatureNames {

  /** Before the name of a feature in the name of its column. */
  private static final String PREFIX = "f:";

  private FeatureNames() {}

  /** The quoted name of the column of a feature. */
  public static String column(String feature) {
    return '"' + (PREFIX + feature).replace("\"", "\"\"") + '"';
  }

  /** The feature of a column, by its unquoted name; null for any other column. */
  public static @Nullable String feature(String column) {
    return column.startsWith(PREFIX) ? column.substring(PREFIX.length()) : null;
  }
}
