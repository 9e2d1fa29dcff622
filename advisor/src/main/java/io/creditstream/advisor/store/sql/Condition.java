package io.creditstream.advisor.store.sql;

import io.creditstream.advisor.store.CaseFilter;
import io.creditstream.advisor.store.Range;
import io.creditstream.advisor.store.Trait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What comes behind WHERE. Values are arguments, never part of the text.
 *
 * @param sql conditions joined by AND
 * @param arguments values of its question marks, in order
 */
public record Condition(String sql, List<Object> arguments) {

  /** Of several decisions about an application the last one counts. */
  static final String CURRENT = "NOT superseded";

  public Condition {
    arguments = List.copyOf(arguments);
  }

  static Condition of(CaseFilter filter) {
    Builder builder = new Builder();
    builder.add(CURRENT);
    if (!filter.id().isBlank()) {
      builder.add(
          "(starts_with(application_id, ?) OR starts_with(client_id, ?))",
          filter.id().strip(),
          filter.id().strip());
    }
    builder.range("income", filter.income());
    builder.range("age", filter.age());
    builder.range("probability", filter.risk());
    for (Trait trait : Trait.values()) {
      String value = filter.traits().get(trait);
      if (value != null) {
        builder.add(column(trait) + " = ?", value);
      }
    }
    filter.clients().ifPresent(builder::clients);
    filter.outcome().ifPresent(outcome -> builder.add("outcome = ?", outcome.name()));
    Instant from = filter.decided().from();
    if (from != null) {
      builder.add("decided_at >= ?", from.toEpochMilli());
    }
    Instant until = filter.decided().until();
    if (until != null) {
      builder.add("decided_at < ?", until.toEpochMilli());
    }
    return builder.build();
  }

  /** The column of a trait. */
  public static String column(Trait trait) {
    return trait.name().toLowerCase(Locale.ROOT);
  }

  /** Both conditions. */
  Condition and(String other, Object... values) {
    List<Object> all = new ArrayList<>(arguments);
    all.addAll(List.of(values));
    return new Condition(sql + " AND " + other, all);
  }

  private static final class Builder {

    private final List<String> parts = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    void add(String sql, Object... values) {
      parts.add(sql);
      arguments.addAll(List.of(values));
    }

    void clients(Set<String> clients) {
      if (clients.isEmpty()) {
        add("false");
      } else {
        String places = String.join(", ", Collections.nCopies(clients.size(), "?"));
        add("client_id IN (" + places + ")", clients.toArray());
      }
    }

    void range(String column, Range range) {
      Double from = range.from();
      if (from != null) {
        add(column + " >= ?", from);
      }
      Double to = range.to();
      if (to != null) {
        add(column + " <= ?", to);
      }
    }

    Condition build() {
      return new Condition(String.join(" AND ", parts), arguments);
    }
  }
}
