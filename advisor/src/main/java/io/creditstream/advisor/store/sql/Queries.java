package io.creditstream.advisor.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs queries, each on a connection of its own, so that pages do not wait for each other. */
final class Queries {

  private final Database database;

  Queries(Database database) {
    this.database = database;
  }

  /** Reads one row. */
  @FunctionalInterface
  interface RowReader<T> {

    T read(ResultSet row) throws SQLException;
  }

  /** All rows of a query. */
  <T> List<T> list(String sql, List<?> arguments, RowReader<T> reader) {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.size(); i++) {
        statement.setObject(i + 1, arguments.get(i));
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw StoreFailures.of(e);
    }
  }
}
