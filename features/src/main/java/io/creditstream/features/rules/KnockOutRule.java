package io.creditstream.features.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditstream.schemas.DecisionOutcome;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule that decides whatever the score: where its condition holds, the decision is at least as
 * strict as its outcome.
 *
 * @param name name of the rule: small letters, digits and hyphens, at most 64
 * @param field what is looked at: a feature of the model by its name, or a column of the
 *     application by the name of its field in the event
 * @param operator how it is compared
 * @param value with what: a finite number, a text, or null for {@link Operator#MISSING}
 * @param outcome REFERRED or DECLINED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KnockOutRule(
    String name, String field, Operator operator, @Nullable Object value, DecisionOutcome outcome) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  public KnockOutRule {
    Objects.requireNonNull(name, "a rule has no name");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a rule cannot be called so, small letters, digits and hyphens are allowed: " + name);
    }
    Objects.requireNonNull(field, "rule " + name + " has no field");
    Objects.requireNonNull(operator, "rule " + name + " has no operator");
    if (outcome != DecisionOutcome.REFERRED && outcome != DecisionOutcome.DECLINED) {
      throw new IllegalArgumentException("rule " + name + " needs outcome REFERRED or DECLINED");
    }
    if (value instanceof Number number) {
      value = number.doubleValue();
    }
    requireValue(name, operator, value);
  }

  private static void requireValue(String name, Operator operator, @Nullable Object value) {
    if (operator == Operator.MISSING) {
      if (value != null) {
        throw new IllegalArgumentException("rule " + name + " asks what is missing for a value");
      }
    } else if (value instanceof String) {
      if (!operator.ofTexts()) {
        throw new IllegalArgumentException("rule " + name + " can compare texts by = and != alone");
      }
    } else if (!(value instanceof Double number && Double.isFinite(number))) {
      throw new IllegalArgumentException("rule " + name + " needs a number or a text as its value");
    }
  }
}
