package io.creditstream.advisor.store.sql;

import io.creditstream.advisor.store.Bins;
import io.creditstream.advisor.store.Comparisons;
import io.creditstream.advisor.store.Group;
import io.creditstream.advisor.store.Spread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comparisons as queries over single columns. */
final class SqlComparisons implements Comparisons {

  /** The newest decisions that tell what is usual. */
  private static final long NEWEST = 50_000;

  private static final String APPROVED = "outcome = 'APPROVED'";

  private final Database database;
  private final Queries queries;

  SqlComparisons(Database database, Queries queries) {
    this.database = database;
    this.queries = queries;
  }

  @Override
  public long size(Group group) {
    Members members = Members.of(group, database.featured());
    return queries
        .list(
            "SELECT count(*) FROM (%s) AS member".formatted(members.select("number")),
            members.arguments(),
            row -> row.getLong(1))
        .get(0);
  }

  private record Cell(
      boolean accepted, @Nullable Integer bin, long count, long below, long equal) {}

  @Override
  public Spread spread(String feature, Bins bins, Group group, double value) {
    Members members = Members.of(group, database.featured());
    String column = FeatureNames.column(feature);
    List<Object> arguments = new ArrayList<>();
    arguments.add(bins.from());
    arguments.add(bins.width());
    arguments.add((float) value);
    arguments.add((float) value);
    arguments.addAll(members.arguments());
    List<Cell> cells =
        queries.list(
            """
            SELECT accepted,
              CASE WHEN x IS NOT NULL
                THEN least(greatest(floor((x - ?) / ?), 0), %d)::INTEGER END AS bin, count(*),
              count(*) FILTER (WHERE x < ?::REAL), count(*) FILTER (WHERE x = ?::REAL)
            FROM (%s) AS member GROUP BY accepted, bin
            """
                .formatted(
                    bins.count() - 1, members.select(APPROVED + " AS accepted", column + " AS x")),
            arguments,
            row -> {
              int bin = row.getInt(2);
              boolean missing = row.wasNull();
              return new Cell(
                  row.getBoolean(1),
                  missing ? null : bin,
                  row.getLong(3),
                  row.getLong(4),
                  row.getLong(5));
            });
    return spread(cells, bins.count());
  }

  private static Spread spread(List<Cell> cells, int bins) {
    long[] accepted = new long[bins];
    long[] others = new long[bins];
    long missingAccepted = 0;
    long missingOthers = 0;
    long below = 0;
    long equal = 0;
    for (Cell cell : cells) {
      Integer bin = cell.bin();
      if (bin != null) {
        (cell.accepted() ? accepted : others)[bin] += cell.count();
      } else if (cell.accepted()) {
        missingAccepted += cell.count();
      } else {
        missingOthers += cell.count();
      }
      below += cell.below();
      equal += cell.equal();
    }
    return new Spread(accepted, others, missingAccepted, missingOthers, below, equal);
  }

  @Override
  public List<Pair> pairs(String x, String y, Group group, int most) {
    Members members = Members.of(group, database.featured());
    long step = Math.max(1, size(group) / most);
    return queries.list(
        "SELECT x, y, accepted FROM (%s) AS member WHERE x IS NOT NULL AND y IS NOT NULL AND ordinal %% %d = 0 LIMIT %d"
            .formatted(
                members.select(
                    database.ordinal() + " AS ordinal",
                    APPROVED + " AS accepted",
                    FeatureNames.column(x) + " AS x",
                    FeatureNames.column(y) + " AS y"),
                step,
                most),
        members.arguments(),
        row -> new Pair(row.getDouble(1), row.getDouble(2), row.getBoolean(3)));
  }

  @Override
  public Map<String, Usual> usual(List<String> features) {
    if (features.isEmpty()) {
      return Map.of();
    }
    List<Map<String, Usual>> found =
        queries.list(
            "SELECT %s FROM %s WHERE %s AND %s AND %s"
                .formatted(
                    database.usual(features),
                    database.featured(),
                    APPROVED,
                    Condition.CURRENT,
                    database.newest(NEWEST)),
            List.of(),
            row -> database.readUsual(row, features));
    Map<String, Usual> usual = new HashMap<>(found.get(0));
    usual.values().removeIf(one -> one.clients() == 0);
    return usual;
  }
}
