package io.creditstream.advisor.store.duckdb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.store.Batch;
import io.creditstream.advisor.store.Batch.ReadApplication;
import io.creditstream.advisor.store.Batch.ReadDecision;
import io.creditstream.advisor.store.Batch.ReadReview;
import io.creditstream.advisor.store.Partition;
import io.creditstream.advisor.store.Place;
import io.creditstream.advisor.store.sql.Described;
import io.creditstream.advisor.store.sql.Json;
import io.creditstream.schemas.SourceRecord;
import io.creditstream.service.json.EventJson;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Adds batches, one transaction each. Belongs to one thread. */
final class Writer implements AutoCloseable {

  private final DuckDBConnection connection;
  private final FeatureColumns columns;
  private long nextNumber;

  Writer(java.sql.Connection connection) throws SQLException {
    this.connection = connection.unwrap(DuckDBConnection.class);
    this.columns = FeatureColumns.read(this.connection);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT coalesce(max(number), 0) FROM decision")) {
      row.next();
      nextNumber = row.getLong(1) + 1;
    }
    this.connection.setAutoCommit(false);
  }

  void write(Batch batch) throws SQLException {
    if (batch.isEmpty()) {
      return;
    }
    try {
      for (ReadDecision decision : batch.decisions()) {
        columns.add(connection, decision.dictionary());
      }
      connection.commit();
      applications(batch.applications());
      decisions(batch);
      supersede(batch.decisions());
      reviews(batch.reviews());
      positions(batch.positions());
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  private void applications(List<ReadApplication> applications) throws SQLException {
    if (applications.isEmpty()) {
      return;
    }
    try (DuckDBAppender rows = connection.createAppender(Tables.APPLICATION)) {
      for (ReadApplication read : applications) {
        rows.beginRow()
            .append(read.place().partition())
            .append(read.place().offset())
            .append(read.application().getApplicationId())
            .append(read.application().getClientId())
            .append(EventJson.line(read.application()))
            .endRow();
      }
    }
  }

  private void decisions(Batch batch) throws SQLException {
    if (batch.decisions().isEmpty()) {
      return;
    }
    Map<Place, ObjectNode> applications = applicationsOf(batch);
    long number = nextNumber;
    try (DuckDBAppender decisions = connection.createAppender(Tables.DECISION);
        DuckDBAppender details = connection.createAppender(Tables.DETAIL)) {
      for (ReadDecision read : batch.decisions()) {
        SourceRecord source = read.decision().getSource();
        Place place = new Place(source.getPartition(), source.getOffset());
        new DecisionRow(number, read.decision(), Described.of(applications.get(place)))
            .append(decisions, details, columns.ordered(read.dictionary()));
        number++;
      }
    }
    nextNumber = number;
  }

  /** Marks the decisions that those of the batch took the place of. */
  private void supersede(List<ReadDecision> decisions) throws SQLException {
    Map<String, Instant> anew = new HashMap<>();
    for (ReadDecision read : decisions) {
      if (read.decision().getSupersedes() != null) {
        anew.put(read.decision().getApplicationId(), read.decision().getDecidedAt());
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE decision SET superseded = true WHERE application_id = ? AND decided_at < ?")) {
      for (Map.Entry<String, Instant> one : anew.entrySet()) {
        statement.setString(1, one.getKey());
        statement.setLong(2, one.getValue().toEpochMilli());
        statement.execute();
      }
    }
  }

  /** The applications that the decisions name: of this batch, else as written before. */
  private Map<Place, ObjectNode> applicationsOf(Batch batch) throws SQLException {
    Map<Place, ObjectNode> found = new HashMap<>();
    for (ReadApplication read : batch.applications()) {
      found.put(read.place(), EventJson.tree(read.application()));
    }
    Map<Integer, long[]> spans = new LinkedHashMap<>();
    for (ReadDecision read : batch.decisions()) {
      SourceRecord source = read.decision().getSource();
      if (!found.containsKey(new Place(source.getPartition(), source.getOffset()))) {
        long offset = source.getOffset();
        spans.merge(
            source.getPartition(),
            new long[] {offset, offset},
            (a, b) -> new long[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
      }
    }
    for (Map.Entry<Integer, long[]> span : spans.entrySet()) {
      readApplications(span.getKey(), span.getValue(), found);
    }
    return found;
  }

  private void readApplications(int partition, long[] span, Map<Place, ObjectNode> found)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT place_offset, body FROM application"
                + " WHERE place_partition = ? AND place_offset BETWEEN ? AND ?")) {
      statement.setInt(1, partition);
      statement.setLong(2, span[0]);
      statement.setLong(3, span[1]);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(new Place(partition, rows.getLong(1)), Json.object(rows.getString(2)));
        }
      }
    }
  }

  private void reviews(List<ReadReview> reviews) throws SQLException {
    if (reviews.isEmpty()) {
      return;
    }
    try (DuckDBAppender rows = connection.createAppender(Tables.REVIEW)) {
      for (ReadReview read : reviews) {
        rows.beginRow()
            .append(read.place().partition())
            .append(read.place().offset())
            .append(read.review().getApplicationId())
            .append(read.review().getReviewId())
            .append(EventJson.line(read.review()))
            .endRow();
      }
    }
  }

  private void positions(Map<Partition, Long> positions) throws SQLException {
    try (PreparedStatement remove =
            connection.prepareStatement("DELETE FROM position WHERE topic = ? AND number = ?");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO position VALUES (?, ?, ?)")) {
      for (Map.Entry<Partition, Long> position : positions.entrySet()) {
        remove.setString(1, position.getKey().topic());
        remove.setInt(2, position.getKey().number());
        remove.execute();
        insert.setString(1, position.getKey().topic());
        insert.setInt(2, position.getKey().number());
        insert.setLong(3, position.getValue());
        insert.execute();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
