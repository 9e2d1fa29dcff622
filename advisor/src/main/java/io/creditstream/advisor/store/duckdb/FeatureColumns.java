package io.creditstream.advisor.store.duckdb;

import io.creditstream.advisor.store.sql.FeatureNames;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of the features in the order of the table; a new model may bring new ones. */
final class FeatureColumns {

  private final List<String> features;
  private final Set<String> known;
  private final Map<FeatureDictionary, int[]> orders = new IdentityHashMap<>();

  private FeatureColumns(List<String> features) {
    this.features = features;
    this.known = new HashSet<>(features);
  }

  static FeatureColumns read(Connection connection) throws SQLException {
    List<String> features = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT column_name FROM duckdb_columns() WHERE table_name = 'decision'"
                    + " ORDER BY column_index")) {
      while (rows.next()) {
        String feature = FeatureNames.feature(rows.getString(1));
        if (feature != null) {
          features.add(feature);
        }
      }
    }
    return new FeatureColumns(features);
  }

  /** Adds the columns that the features of a model need. */
  void add(Connection connection, Optional<FeatureDictionary> dictionary) throws SQLException {
    if (dictionary.isEmpty() || orders.containsKey(dictionary.get())) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      for (FeatureEntry entry : dictionary.get().entries()) {
        if (known.add(entry.name())) {
          statement.execute(
              "ALTER TABLE decision ADD COLUMN " + FeatureNames.column(entry.name()) + " FLOAT");
          features.add(entry.name());
        }
      }
    }
    orders.clear();
    orders.put(dictionary.get(), order(dictionary.get()));
  }

  /** For each column the place of its feature in the vector of a model, −1 for none. */
  int[] ordered(Optional<FeatureDictionary> dictionary) {
    return dictionary
        .map(known -> orders.computeIfAbsent(known, this::order))
        .orElseGet(this::none);
  }

  private int[] order(FeatureDictionary dictionary) {
    return features.stream().mapToInt(dictionary::indexOf).toArray();
  }

  private int[] none() {
    int[] none = new int[features.size()];
    java.util.Arrays.fill(none, -1);
    return none;
  }
}
