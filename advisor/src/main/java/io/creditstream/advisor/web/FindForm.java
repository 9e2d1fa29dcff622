package io.creditstream.advisor.web;

import io.creditstream.advisor.store.CaseFilter;
import io.creditstream.advisor.store.CaseQuery;
import io.creditstream.advisor.store.CaseQuery.PageKey;
import io.creditstream.advisor.store.Period;
import io.creditstream.advisor.store.Range;
import io.creditstream.advisor.store.SortOrder;
import io.creditstream.advisor.store.Trait;
import io.creditstream.advisor.wording.Language;
import io.creditstream.schemas.DecisionOutcome;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the page that finds decisions.
 *
 * @param values what was typed, by the name of its field
 * @param query what is looked for; what was typed wrongly is left out
 * @param errors keys of messages by the name of the field that is wrong
 */
record FindForm(Map<String, String> values, CaseQuery query, Map<String, String> errors) {

  /** Fields of ranges: those of the ends are {@code incomeFrom} and {@code incomeTo}. */
  static final String INCOME = "income";

  static final String AGE = "age";
  static final String RISK = "risk";
  static final String DECIDED_FROM = "decidedFrom";
  static final String DECIDED_TO = "decidedTo";
  static final String ID = "id";
  static final String OUTCOME = "outcome";
  static final String SORT = "sort";
  static final String AFTER = "after";

  private static final int PAGE = 25;
  private static final double PERCENT = 100;

  /** The field of a trait. */
  static String field(Trait trait) {
    return trait.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the form.
   *
   * @param parameters the value of a field, null where it was not sent
   * @param language how numbers are typed
   */
  static FindForm read(
      Function<String, @Nullable String> parameters, ZoneId zone, Language language) {
    return new Parser(parameters, zone, language).form();
  }

  private static final class Parser {

    private final Function<String, @Nullable String> parameters;
    private final ZoneId zone;
    private final Language language;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> errors = new HashMap<>();

    Parser(Function<String, @Nullable String> parameters, ZoneId zone, Language language) {
      this.parameters = parameters;
      this.zone = zone;
      this.language = language;
    }

    FindForm form() {
      CaseFilter filter =
          new CaseFilter(
              text(ID),
              range(INCOME, 1),
              range(AGE, 1),
              range(RISK, PERCENT),
              traits(),
              outcome(),
              period(),
              Optional.empty());
      String sort = text(SORT).isEmpty() ? "decided-desc" : text(SORT);
      boolean descending = !sort.endsWith("-asc");
      CaseQuery query = new CaseQuery(filter, order(sort), descending, after(), PAGE);
      return new FindForm(Map.copyOf(values), query, Map.copyOf(errors));
    }

    private String text(String name) {
      String value = parameters.apply(name);
      String text = value == null ? "" : value.strip();
      values.put(name, text);
      return text;
    }

    private Range range(String name, double scale) {
      Double from = number(name + "From", scale);
      Double to = number(name + "To", scale);
      if (from != null && to != null && from > to) {
        errors.put(name + "From", "find.error.range");
        return Range.ALL;
      }
      return new Range(from, to);
    }

    private @Nullable Double number(String name, double scale) {
      Optional<OptionalDouble> typed = FormNumbers.read(text(name), language);
      if (typed.isEmpty()) {
        return null;
      }
      if (typed.get().isEmpty()) {
        errors.put(name, "find.error.number");
        return null;
      }
      return typed.get().getAsDouble() / scale;
    }

    private Map<Trait, String> traits() {
      Map<Trait, String> traits = new EnumMap<>(Trait.class);
      for (Trait trait : Trait.values()) {
        String value = text(field(trait));
        if (!value.isEmpty()) {
          traits.put(trait, value);
        }
      }
      return traits;
    }

    private Optional<DecisionOutcome> outcome() {
      String name = text(OUTCOME);
      for (DecisionOutcome outcome : DecisionOutcome.values()) {
        if (outcome.name().equals(name)) {
          return Optional.of(outcome);
        }
      }
      return Optional.empty();
    }

    private Period period() {
      Instant from = day(DECIDED_FROM, 0);
      Instant until = day(DECIDED_TO, 1);
      if (from != null && until != null && !from.isBefore(until)) {
        errors.put(DECIDED_FROM, "find.error.range");
        return Period.ALL;
      }
      return new Period(from, until);
    }

    private @Nullable Instant day(String name, int more) {
      String text = text(name);
      if (text.isEmpty()) {
        return null;
      }
      try {
        return LocalDate.parse(text).plusDays(more).atStartOfDay(zone).toInstant();
      } catch (DateTimeException e) {
        errors.put(DECIDED_FROM, "find.error.date");
        return null;
      }
    }

    private static SortOrder order(String sort) {
      for (SortOrder order : SortOrder.values()) {
        if (sort.startsWith(order.name().toLowerCase(Locale.ROOT))) {
          return order;
        }
      }
      return SortOrder.DECIDED;
    }

    /** A place that nobody can have got from a page is the beginning. */
    private @Nullable PageKey after() {
      String[] parts = text(AFTER).split("_", -1);
      if (parts.length != 2) {
        return null;
      }
      try {
        return new PageKey(Double.parseDouble(parts[0]), Long.parseLong(parts[1]));
      } catch (NumberFormatException e) {
        return null;
      }
    }
  }
}
