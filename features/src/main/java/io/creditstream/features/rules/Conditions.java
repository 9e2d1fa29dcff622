package io.creditstream.features.rules;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.schemas.LoanApplication;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Makes the condition of a rule. */
final class Conditions {

  /**
   * The property of a field of the event that names its column: identifiers and times have none.
   */
  private static final String COLUMN = "column";

  private Conditions() {}

  static Condition bind(KnockOutRule rule, FeatureDictionary dictionary) {
    int index = dictionary.indexOf(rule.field());
    if (index >= 0) {
      return ofFeature(rule, dictionary.get(index), index);
    }
    Schema.Field field = LoanApplication.getClassSchema().getField(rule.field());
    if (field == null || field.getProp(COLUMN) == null) {
      throw new IllegalArgumentException(
          "rule %s looks at %s, neither a feature of the model nor a column of the application"
              .formatted(rule.name(), rule.field()));
    }
    return ofColumn(rule, field);
  }

  private static Condition ofFeature(KnockOutRule rule, FeatureEntry entry, int index) {
    if (rule.operator() == Operator.MISSING) {
      return (application, features) -> Double.isNaN(features[index]);
    }
    double value = entry.isCategory() ? level(rule, entry) : number(rule);
    Operator operator = rule.operator();
    return (application, features) ->
        !Double.isNaN(features[index]) && operator.holds(features[index], value);
  }

  private static double level(KnockOutRule rule, FeatureEntry entry) {
    int level = entry.levels().indexOf(text(rule));
    if (level < 0) {
      throw new IllegalArgumentException(
          "rule %s compares %s with a level that the model does not know"
              .formatted(rule.name(), rule.field()));
    }
    return level;
  }

  private static Condition ofColumn(KnockOutRule rule, Schema.Field field) {
    int position = field.pos();
    if (rule.operator() == Operator.MISSING) {
      return (application, features) -> value(application, position) == null;
    }
    if (isText(field.schema())) {
      String text = text(rule);
      boolean equal = rule.operator() == Operator.EQUAL;
      return (application, features) ->
          value(application, position) instanceof String found && found.equals(text) == equal;
    }
    double number = number(rule);
    Operator operator = rule.operator();
    return (application, features) -> {
      Object found = value(application, position);
      return found != null && operator.holds(asNumber(found), number);
    };
  }

  private static @Nullable Object value(LoanApplication application, int position) {
    return application.get(position);
  }

  /** Flags are 0 and 1, as they are as features. */
  private static double asNumber(Object value) {
    return value instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) value).doubleValue();
  }

  private static boolean isText(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream().anyMatch(Conditions::isText)
        : schema.getType() == Schema.Type.STRING;
  }

  private static String text(KnockOutRule rule) {
    if (rule.value() instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(
        "rule %s compares %s, a text, with a number".formatted(rule.name(), rule.field()));
  }

  private static double number(KnockOutRule rule) {
    if (rule.value() instanceof Double number) {
      return number;
    }
    throw new IllegalArgumentException(
        "rule %s compares %s, a number, with a text".formatted(rule.name(), rule.field()));
  }
}
