package io.creditstream.advisor.store.duckdb;

import io.creditstream.advisor.store.Comparisons.Usual;
import io.creditstream.advisor.store.sql.Database;
import io.creditstream.advisor.store.sql.FeatureNames;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** Features lie in the table of the decisions, one column each. */
final class DuckDbDialect implements Database {

  private final DuckDBConnection database;

  DuckDbDialect(DuckDBConnection database) {
    this.database = database;
  }

  @Override
  public Connection connect() throws SQLException {
    return database.duplicate();
  }

  @Override
  public String featured() {
    return "decision";
  }

  @Override
  public String ordinal() {
    return "number";
  }

  @Override
  public String newest(long decisions) {
    return "number > (SELECT max(number) - %d FROM decision)".formatted(decisions);
  }

  @Override
  public String usual(List<String> features) {
    return features.stream()
        .map(FeatureNames::column)
        .map("count(%1$s), quantile_cont(%1$s, [0.25, 0.5, 0.75]), mode(%1$s)"::formatted)
        .collect(Collectors.joining(", "));
  }

  @Override
  public Map<String, Usual> readUsual(ResultSet row, List<String> features) throws SQLException {
    return UsualRow.read(row, features);
  }
}
