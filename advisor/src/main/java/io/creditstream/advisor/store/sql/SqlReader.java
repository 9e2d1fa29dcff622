package io.creditstream.advisor.store.sql;

import io.creditstream.advisor.store.CaseLine;
import io.creditstream.advisor.store.CasePage;
import io.creditstream.advisor.store.CaseQuery;
import io.creditstream.advisor.store.CaseQuery.PageKey;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.Comparisons;
import io.creditstream.advisor.store.RecordedCase;
import io.creditstream.advisor.store.SortOrder;
import io.creditstream.advisor.store.Trait;
import io.creditstream.schemas.DecisionOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists and single cases. */
public final class SqlReader implements CaseReader {

  private static final int MOST_OF_A_CLIENT = 100;
  private static final String LINE =
      "number, application_id, client_id, decided_at, outcome, probability, threshold, income,"
          + " credit, age, contract, region, family, employment";

  private final Queries queries;
  private final CaseFile file;
  private final Comparisons comparisons;

  public SqlReader(Database database) {
    this.queries = new Queries(database);
    this.file = new CaseFile(queries);
    this.comparisons = new SqlComparisons(database, queries);
  }

  @Override
  public CasePage find(CaseQuery query) {
    Condition all = Condition.of(query.filter());
    long total =
        queries
            .list(
                "SELECT count(*) FROM decision WHERE " + all.sql(),
                all.arguments(),
                row -> row.getLong(1))
            .get(0);
    Condition rest = query.after() == null ? all : after(all, query, query.after());
    String direction = query.descending() ? "DESC" : "ASC";
    List<CaseLine> lines =
        queries.list(
            "SELECT %s FROM decision WHERE %s ORDER BY %s %s, number %s LIMIT %d"
                .formatted(
                    LINE, rest.sql(), key(query.order()), direction, direction, query.size() + 1),
            rest.arguments(),
            SqlReader::line);
    if (lines.size() <= query.size()) {
      return new CasePage(lines, total, Optional.empty());
    }
    List<CaseLine> page = lines.subList(0, query.size());
    CaseLine last = page.get(page.size() - 1);
    return new CasePage(
        page, total, Optional.of(new PageKey(value(query.order(), last), last.number())));
  }

  private static Condition after(Condition all, CaseQuery query, PageKey after) {
    String comparison = query.descending() ? "<" : ">";
    String key = key(query.order());
    return all.and(
        "(%s %s ? OR (%s = ? AND number %s ?))".formatted(key, comparison, key, comparison),
        after.value(),
        after.value(),
        after.number());
  }

  /** Missing values count as −1, which no present one is. */
  private static String key(SortOrder order) {
    return switch (order) {
      case DECIDED -> "decided_at";
      case RISK -> "probability";
      case INCOME -> "coalesce(income, -1)";
      case CREDIT -> "coalesce(credit, -1)";
      case AGE -> "coalesce(age, -1)";
    };
  }

  private static double value(SortOrder order, CaseLine line) {
    return switch (order) {
      case DECIDED -> line.decidedAt().toEpochMilli();
      case RISK -> line.probability();
      case INCOME -> orMissing(line.income());
      case CREDIT -> orMissing(line.credit());
      case AGE -> orMissing(line.age());
    };
  }

  private static double orMissing(@Nullable Number value) {
    return value == null ? -1 : value.doubleValue();
  }

  @Override
  public Optional<RecordedCase> application(String applicationId) {
    return file.find(applicationId);
  }

  @Override
  public List<CaseLine> ofClient(String clientId) {
    return queries.list(
        "SELECT %s FROM decision WHERE client_id = ? AND %s ORDER BY number DESC LIMIT %d"
            .formatted(LINE, Condition.CURRENT, MOST_OF_A_CLIENT),
        List.of(clientId),
        SqlReader::line);
  }

  @Override
  public List<String> values(Trait trait) {
    String column = Condition.column(trait);
    return queries.list(
        "SELECT DISTINCT %s FROM decision WHERE %s IS NOT NULL ORDER BY 1"
            .formatted(column, column),
        List.of(),
        row -> row.getString(1));
  }

  @Override
  public Comparisons comparisons() {
    return comparisons;
  }

  private static CaseLine line(ResultSet row) throws SQLException {
    Map<Trait, String> traits = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      String value = row.getString(Condition.column(trait));
      if (value != null) {
        traits.put(trait, value);
      }
    }
    return new CaseLine(
        row.getLong("number"),
        row.getString("application_id"),
        row.getString("client_id"),
        Instant.ofEpochMilli(row.getLong("decided_at")),
        DecisionOutcome.valueOf(row.getString("outcome")),
        row.getDouble("probability"),
        row.getDouble("threshold"),
        number(row, "income"),
        number(row, "credit"),
        whole(row, "age"),
        traits);
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
