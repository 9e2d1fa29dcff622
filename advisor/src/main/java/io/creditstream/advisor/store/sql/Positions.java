package io.creditstream.advisor.store.sql;

import io.creditstream.advisor.store.Partition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** How far the topics were written down. */
public final class Positions {

  private Positions() {}

  /** The next offset of each partition that anything was written of. */
  public static Map<Partition, Long> read(Database database) {
    Map<Partition, Long> positions = new HashMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT topic, number, next FROM position")) {
      while (rows.next()) {
        positions.put(new Partition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
    } catch (SQLException e) {
      throw StoreFailures.of(e);
    }
    return positions;
  }
}
