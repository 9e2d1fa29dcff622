package io.creditstream.advisor.store.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.store.Batch.ReadDecision;
import io.creditstream.advisor.store.Place;
import io.creditstream.advisor.store.Trait;
import io.creditstream.advisor.store.sql.DecisionHead;
import io.creditstream.advisor.store.sql.Described;
import io.creditstream.advisor.store.sql.Doubles;
import io.creditstream.advisor.store.sql.FeatureNames;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds decisions to their three tables, within a transaction of its caller. */
final class PostgresDecisions {

  /** PostgreSQL cuts longer names off without a word. */
  private static final int LONGEST_NAME = 63;

  private final Connection connection;

  PostgresDecisions(Connection connection) {
    this.connection = connection;
  }

  void add(List<ReadDecision> decisions, Map<Place, ObjectNode> applications) throws SQLException {
    rows(decisions, applications);
    details(decisions);
    Map<FeatureDictionary, List<ReadDecision>> byModel = new LinkedHashMap<>();
    for (ReadDecision read : decisions) {
      read.dictionary()
          .ifPresent(known -> byModel.computeIfAbsent(known, key -> new ArrayList<>()).add(read));
    }
    for (Map.Entry<FeatureDictionary, List<ReadDecision>> model : byModel.entrySet()) {
      vectors(model.getKey(), model.getValue());
    }
    supersede(decisions);
  }

  private void rows(List<ReadDecision> decisions, Map<Place, ObjectNode> applications)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)"
                + " ON CONFLICT DO NOTHING")) {
      for (ReadDecision read : decisions) {
        LoanDecision decision = read.decision();
        SourceRecord source = decision.getSource();
        Described described =
            Described.of(applications.get(new Place(source.getPartition(), source.getOffset())));
        insert.setLong(1, DecisionNumber.of(read.place()));
        insert.setString(2, decision.getApplicationId());
        insert.setString(3, decision.getClientId());
        insert.setLong(4, decision.getDecidedAt().toEpochMilli());
        insert.setString(5, decision.getOutcome().name());
        insert.setDouble(6, decision.getProbabilityOfDefault());
        insert.setDouble(7, decision.getThreshold());
        set(insert, 8, described.income(), Types.DOUBLE);
        set(insert, 9, described.credit(), Types.DOUBLE);
        set(insert, 10, described.age(), Types.INTEGER);
        int column = 11;
        for (Trait trait : Trait.values()) {
          set(insert, column++, described.trait(trait), Types.VARCHAR);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void set(PreparedStatement statement, int column, @Nullable Object value, int type)
      throws SQLException {
    if (value == null) {
      statement.setNull(column, type);
    } else {
      statement.setObject(column, value, type);
    }
  }

  private void details(List<ReadDecision> decisions) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO detail VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      for (ReadDecision read : decisions) {
        LoanDecision decision = read.decision();
        insert.setLong(1, DecisionNumber.of(read.place()));
        insert.setInt(2, decision.getSource().getPartition());
        insert.setLong(3, decision.getSource().getOffset());
        insert.setString(4, DecisionHead.json(decision));
        insert.setBytes(5, Doubles.bytes(decision.getFeatures()));
        insert.setBytes(6, Doubles.bytes(decision.getContributions()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void vectors(FeatureDictionary dictionary, List<ReadDecision> decisions)
      throws SQLException {
    List<String> columns =
        dictionary.entries().stream().map(entry -> FeatureNames.column(entry.name())).toList();
    makeColumns(dictionary);
    String places = ", ?".repeat(columns.size());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO vector (number, %s) VALUES (?%s) ON CONFLICT DO NOTHING"
                .formatted(String.join(", ", columns), places))) {
      for (ReadDecision read : decisions) {
        List<? extends @Nullable Double> features = read.decision().getFeatures();
        insert.setLong(1, DecisionNumber.of(read.place()));
        for (int i = 0; i < columns.size(); i++) {
          Double value = i < features.size() ? features.get(i) : null;
          if (value == null) {
            insert.setNull(i + 2, Types.REAL);
          } else {
            insert.setFloat(i + 2, value.floatValue());
          }
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Adds the columns that a model needs; only a model that is new here needs the lock. */
  private void makeColumns(FeatureDictionary dictionary) throws SQLException {
    Set<String> known = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT attname FROM pg_attribute WHERE attrelid = 'vector'::regclass"
                    + " AND attnum > 0 AND NOT attisdropped")) {
      while (rows.next()) {
        String feature = FeatureNames.feature(rows.getString(1));
        if (feature != null) {
          known.add(feature);
        }
      }
    }
    List<String> additions =
        dictionary.entries().stream()
            .map(entry -> entry.name())
            .filter(name -> !known.contains(name))
            .map(PostgresDecisions::addition)
            .toList();
    if (!additions.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("ALTER TABLE vector " + String.join(", ", additions));
      }
    }
  }

  private static String addition(String feature) {
    String column = FeatureNames.column(feature);
    if (column.getBytes(StandardCharsets.UTF_8).length - 2 > LONGEST_NAME) {
      throw new IllegalStateException("the name of a feature is too long for PostgreSQL");
    }
    return "ADD COLUMN IF NOT EXISTS " + column + " REAL";
  }

  /** Marks the decisions that those of the batch took the place of. */
  private void supersede(List<ReadDecision> decisions) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE decision SET superseded = true WHERE application_id = ? AND decided_at < ?")) {
      for (ReadDecision read : decisions) {
        if (read.decision().getSupersedes() != null) {
          update.setString(1, read.decision().getApplicationId());
          update.setLong(2, read.decision().getDecidedAt().toEpochMilli());
          update.addBatch();
        }
      }
      update.executeBatch();
    }
  }
}
