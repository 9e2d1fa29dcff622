package io.creditstream.advisor.store.duckdb;

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
final class DuckDbComparisons implements Comparisons {

  /** The newest decisions that tell what is usual. */
  private static final long NEWEST = 50_000;

  private static final String APPROVED = "outcome = 'APPROVED'";

  private final Sessions sessions;

  DuckDbComparisons(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public long size(Group group) {
    Members members = Members.of(group);
    return sessions
        .list(
            "SELECT count(*) FROM (%s)".formatted(members.select("number")),
            members.arguments(),
            row -> row.getLong(1))
        .get(0);
  }

  private record Cell(
      boolean accepted, @Nullable Integer bin, long count, long below, long equal) {}

  @Override
  public Spread spread(String feature, Bins bins, Group group, double value) {
    Members members = Members.of(group);
    String column = Tables.featureColumn(feature);
    List<Object> arguments = new ArrayList<>();
    arguments.add(bins.from());
    arguments.add(bins.width());
    arguments.add((float) value);
    arguments.add((float) value);
    arguments.addAll(members.arguments());
    List<Cell> cells =
        sessions.list(
            """
            SELECT accepted,
              CASE WHEN x IS NOT NULL
                THEN least(greatest(floor((x - ?) / ?), 0), %d)::INTEGER END AS bin, count(*),
              count(*) FILTER (x < ?::FLOAT), count(*) FILTER (x = ?::FLOAT)
            FROM (%s) GROUP BY accepted, bin
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
    Members members = Members.of(group);
    long step = Math.max(1, size(group) / most);
    return sessions.list(
        "SELECT x, y, accepted FROM (%s) WHERE x IS NOT NULL AND y IS NOT NULL AND number %% %d = 0 LIMIT %d"
            .formatted(
                members.select(
                    "number",
                    APPROVED + " AS accepted",
                    Tables.featureColumn(x) + " AS x",
                    Tables.featureColumn(y) + " AS y"),
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
    List<String> parts = new ArrayList<>();
    for (String feature : features) {
      String column = Tables.featureColumn(feature);
      parts.add(
          "count(%1$s), quantile_cont(%1$s, [0.25, 0.5, 0.75]), mode(%1$s)".formatted(column));
    }
    List<Map<String, Usual>> found =
        sessions.list(
            "SELECT %s FROM decision WHERE %s AND %s AND number > (SELECT max(number) - %d FROM decision)"
                .formatted(String.join(", ", parts), APPROVED, Condition.CURRENT, NEWEST),
            List.of(),
            row -> UsualRow.read(row, features));
    Map<String, Usual> usual = new HashMap<>(found.get(0));
    usual.values().removeIf(one -> one.clients() == 0);
    return usual;
  }
}
