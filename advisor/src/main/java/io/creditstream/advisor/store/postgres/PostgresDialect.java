package io.creditstream.advisor.store.postgres;

import io.creditstream.advisor.store.Comparisons.Usual;
import io.creditstream.advisor.store.sql.Database;
import io.creditstream.advisor.store.sql.FeatureNames;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Features lie in a table of their own, so that lists need not read them. The order of decisions is
 * that of their offsets.
 */
final class PostgresDialect implements Database {

  private static final int COLUMNS = 5;

  private final DataSource pool;

  PostgresDialect(DataSource pool) {
    this.pool = pool;
  }

  @Override
  public Connection connect() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public String featured() {
    return "decision LEFT JOIN vector USING (number)";
  }

  @Override
  public String ordinal() {
    return DecisionNumber.offset("number");
  }

  @Override
  public String newest(long decisions) {
    return ("decided_at >= coalesce((SELECT decided_at FROM decision ORDER BY decided_at DESC"
            + " OFFSET %d LIMIT 1), 0)")
        .formatted(decisions);
  }

  @Override
  public String usual(List<String> features) {
    return features.stream()
        .map(FeatureNames::column)
        .map(PostgresDialect::usual)
        .collect(Collectors.joining(", "));
  }

  private static String usual(String column) {
    return ("count(%1$s), percentile_cont(0.25) WITHIN GROUP (ORDER BY %1$s),"
            + " percentile_cont(0.5) WITHIN GROUP (ORDER BY %1$s),"
            + " percentile_cont(0.75) WITHIN GROUP (ORDER BY %1$s),"
            + " mode() WITHIN GROUP (ORDER BY %1$s)")
        .formatted(column);
  }

  @Override
  public Map<String, Usual> readUsual(ResultSet row, List<String> features) throws SQLException {
    Map<String, Usual> usual = new HashMap<>();
    for (int i = 0; i < features.size(); i++) {
      int column = i * COLUMNS + 1;
      usual.put(
          features.get(i),
          new Usual(
              row.getLong(column),
              row.getDouble(column + 1),
              row.getDouble(column + 2),
              row.getDouble(column + 3),
              row.getDouble(column + 4)));
    }
    return usual;
  }
}
