package io.creditstream.advisor.store.duckdb;

import io.creditstream.advisor.store.CaseFilter;
import io.creditstream.advisor.store.Range;
import io.creditstream.advisor.store.Trait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What comes behind WHERE. Values are arguments, never part of the text.
 *
 * @param sql conditions joined by AND, {@code true} for none
 * @param arguments values of its question marks, in order
 */
record Condition(String sql, List<Object> arguments) {

  Condition {
    arguments = List.copyOf(arguments);
  }

  static Condition of(CaseFilter filter) {
    Builder builder = new Builder();
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
  static String column(Trait trait) {
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
      return new Condition(parts.isEmpty() ? "true" : String.join(" AND ", parts), arguments);
    }
  }
}
