package io.creditstream.advisor.store.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.store.Batch;
import io.creditstream.advisor.store.Batch.ReadApplication;
import io.creditstream.advisor.store.Batch.ReadDecision;
import io.creditstream.advisor.store.Batch.ReadReview;
import io.creditstream.advisor.store.Partition;
import io.creditstream.advisor.store.Place;
import io.creditstream.advisor.store.sql.Json;
import io.creditstream.schemas.SourceRecord;
import io.creditstream.service.json.EventJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Adds batches, one transaction each; what another advisor has added is left as it is. */
final class PostgresWriter {

  /** Two advisors that wait for each other's rows do so for a while only. */
  private static final String BOUNDED = "SET LOCAL lock_timeout = '30s'";

  private final DataSource pool;

  PostgresWriter(DataSource pool) {
    this.pool = pool;
  }

  void write(Batch batch) throws SQLException {
    if (batch.isEmpty()) {
      return;
    }
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(BOUNDED);
        applications(connection, batch.applications());
        new PostgresDecisions(connection).add(batch.decisions(), applicationsOf(connection, batch));
        reviews(connection, batch.reviews());
        positions(connection, batch.positions());
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static void applications(Connection connection, List<ReadApplication> applications)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO application VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      for (ReadApplication read : applications) {
        insert.setInt(1, read.place().partition());
        insert.setLong(2, read.place().offset());
        insert.setString(3, read.application().getApplicationId());
        insert.setString(4, read.application().getClientId());
        insert.setString(5, EventJson.line(read.application()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The applications that the decisions name: of this batch, else as written before. */
  private static Map<Place, ObjectNode> applicationsOf(Connection connection, Batch batch)
      throws SQLException {
    Map<Place, ObjectNode> found = new HashMap<>();
    for (ReadApplication read : batch.applications()) {
      found.put(read.place(), EventJson.tree(read.application()));
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT body FROM application WHERE place_partition = ? AND place_offset = ?")) {
      for (ReadDecision read : batch.decisions()) {
        SourceRecord source = read.decision().getSource();
        Place place = new Place(source.getPartition(), source.getOffset());
        if (!found.containsKey(place)) {
          select.setInt(1, place.partition());
          select.setLong(2, place.offset());
          try (ResultSet row = select.executeQuery()) {
            if (row.next()) {
              found.put(place, Json.object(row.getString(1)));
            }
          }
        }
      }
    }
    return found;
  }

  private static void reviews(Connection connection, List<ReadReview> reviews) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO review VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      for (ReadReview read : reviews) {
        insert.setInt(1, read.place().partition());
        insert.setLong(2, read.place().offset());
        insert.setString(3, read.review().getApplicationId());
        insert.setString(4, read.review().getReviewId());
        insert.setString(5, EventJson.line(read.review()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** In one order in every advisor, so that two of them do not wait for each other in a circle. */
  private static void positions(Connection connection, Map<Partition, Long> positions)
      throws SQLException {
    Map<String, Map<Integer, Long>> sorted = new TreeMap<>();
    positions.forEach(
        (partition, next) ->
            sorted
                .computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                .put(partition.number(), next));
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO position VALUES (?, ?, ?) ON CONFLICT (topic, number)"
                + " DO UPDATE SET next = greatest(position.next, excluded.next)")) {
      for (Map.Entry<String, Map<Integer, Long>> topic : sorted.entrySet()) {
        for (Map.Entry<Integer, Long> partition : topic.getValue().entrySet()) {
          upsert.setString(1, topic.getKey());
          upsert.setInt(2, partition.getKey());
          upsert.setLong(3, partition.getValue());
          upsert.addBatch();
        }
      }
      upsert.executeBatch();
    }
  }
}
