package io.creditstream.advisor.store.duckdb;

import io.creditstream.advisor.store.Comparisons.Usual;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what is usual, three columns a feature: count, quartiles, most frequent value. */
final class UsualRow {

  private static final int COLUMNS = 3;

  private UsualRow() {}

  static Map<String, Usual> read(ResultSet row, List<String> features) throws SQLException {
    Map<String, Usual> usual = new HashMap<>();
    for (int i = 0; i < features.size(); i++) {
      int column = i * COLUMNS + 1;
      Array quartiles = row.getArray(column + 1);
      if (quartiles == null) {
        continue;
      }
      Object[] values = (Object[]) quartiles.getArray();
      usual.put(
          features.get(i),
          new Usual(
              row.getLong(column),
              number(values[0]),
              number(values[1]),
              number(values[2]),
              row.getDouble(column + 2)));
    }
    return usual;
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
