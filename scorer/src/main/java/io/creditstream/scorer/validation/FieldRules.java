package io.creditstream.scorer.validation;

import io.creditstream.service.deadletter.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a schema states about its values, those of records within records too. Numbers are
 * finite, and within the properties {@code minimum} and {@code maximum} of their field where it has
 * them, else within a quadrillion, so that sums stay finite. Dates and months lie in {@link
 * Calendar}. Missing values break none.
 */
final class FieldRules {

  private static final double LARGEST = 1e15;

  private final List<Rule> rules = new ArrayList<>();

  FieldRules(Schema schema) {
    this(schema, "");
  }

  private FieldRules(Schema schema, String prefix) {
    for (Schema.Field field : schema.getFields()) {
      ValueRule rule = rule(field, prefix + field.name());
      if (rule != null) {
        rules.add(new Rule(field.pos(), rule));
      }
    }
  }

  /** The first broken rule, naming the field but not its value; null when there is none. */
  @Nullable DeadLetter broken(IndexedRecord record) {
    for (Rule rule : rules) {
      DeadLetter broken = rule.of().broken(record.get(rule.position()));
      if (broken != null) {
        return broken;
      }
    }
    return null;
  }

  private @Nullable DeadLetter brokenItem(@Nullable Object items) {
    if (items instanceof List<?> list) {
      for (Object item : list) {
        DeadLetter broken = broken((IndexedRecord) item);
        if (broken != null) {
          return broken;
        }
      }
    }
    return null;
  }

  private static @Nullable ValueRule rule(Schema.Field field, String name) {
    Schema schema = present(field.schema());
    if (schema.getLogicalType() instanceof LogicalTypes.Date) {
      return Calendar.dates(name);
    }
    if (schema.getLogicalType() != null) {
      return null; // Event times, which have rules of their own.
    }
    return switch (schema.getType()) {
      case INT, LONG, FLOAT, DOUBLE ->
          isMonth(field)
              ? Calendar.months(name)
              : new NumberRule(
                  name, bound(field, "minimum", -LARGEST), bound(field, "maximum", LARGEST));
      case ARRAY -> items(schema.getElementType(), name);
      case RECORD -> {
        FieldRules fields = new FieldRules(schema, name + ".");
        yield value -> value == null ? null : fields.broken((IndexedRecord) value);
      }
      default -> null;
    };
  }

  /** The month of a monthly balance has no unit in its schema, which is released. */
  private static boolean isMonth(Schema.Field field) {
    return "month".equals(field.getProp("unit")) || "month".equals(field.name());
  }

  private static @Nullable ValueRule items(Schema item, String name) {
    return item.getType() == Schema.Type.RECORD
        ? new FieldRules(item, name + ".")::brokenItem
        : null;
  }

  private static Schema present(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(type -> type.getType() != Schema.Type.NULL)
            .findFirst()
            .orElse(schema)
        : schema;
  }

  private static double bound(Schema.Field field, String property, double otherwise) {
    return field.getObjectProp(property) instanceof Number bound ? bound.doubleValue() : otherwise;
  }

  private record Rule(int position, ValueRule of) {}
}
