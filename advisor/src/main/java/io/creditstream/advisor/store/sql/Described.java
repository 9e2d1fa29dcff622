package io.creditstream.advisor.store.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.store.Trait;
import org.jspecify.annotations.Nullable;

/** What lists show and filter of an application; nulls where it is not known. */
public record Described(ObjectNode application) {

  private static final double DAYS_A_YEAR = 365.25;

  public static Described of(@Nullable ObjectNode application) {
    return new Described(application == null ? JsonNodeFactory.instance.objectNode() : application);
  }

  public @Nullable Double income() {
    return number("amtIncomeTotal");
  }

  public @Nullable Double credit() {
    return number("amtCredit");
  }

  /** Age in whole years. */
  public @Nullable Integer age() {
    Double days = number("daysBirth");
    return days == null ? null : (int) Math.floor(-days / DAYS_A_YEAR);
  }

  public @Nullable String trait(Trait trait) {
    JsonNode value = application.get(trait.field());
    return value == null || value.isNull() ? null : value.asText();
  }

  private @Nullable Double number(String field) {
    JsonNode value = application.get(field);
    return value == null || !value.isNumber() ? null : value.doubleValue();
  }
}
