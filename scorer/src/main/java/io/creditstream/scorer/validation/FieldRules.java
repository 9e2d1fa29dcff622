package io.creditstream.scorer.validation;

import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.deadletter.DeadLetterReason;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a schema states about its numbers: all are finite, and within the properties
 * {@code minimum} and {@code maximum} of their field where it has them, else within a quadrillion,
 * so that sums stay finite. Missing values break none.
 */
final class FieldRules {

  private static final double LARGEST = 1e15;

  private final List<Rule> rules = new ArrayList<>();

  FieldRules(Schema schema) {
    for (Schema.Field field : schema.getFields()) {
      if (isNumber(field.schema())) {
        rules.add(
            new Rule(
                field.pos(),
                field.name(),
                bound(field, "minimum", -LARGEST),
                bound(field, "maximum", LARGEST)));
      }
    }
  }

  /** The first broken rule, naming the field but not its value; null when there is none. */
  @Nullable DeadLetter broken(IndexedRecord record) {
    for (Rule rule : rules) {
      if (record.get(rule.position()) instanceof Number number) {
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
          return new DeadLetter(
              DeadLetterReason.NOT_FINITE, "field " + rule.name() + " is not a finite number");
        }
        if (value < rule.minimum() || value > rule.maximum()) {
          return new DeadLetter(
              DeadLetterReason.OUT_OF_RANGE,
              "field %s is outside %s..%s".formatted(rule.name(), rule.minimum(), rule.maximum()));
        }
      }
    }
    return null;
  }

  private static boolean isNumber(Schema schema) {
    return switch (schema.getType()) {
      case INT, LONG, FLOAT, DOUBLE -> schema.getLogicalType() == null;
      case UNION -> schema.getTypes().stream().anyMatch(FieldRules::isNumber);
      default -> false;
    };
  }

  private static double bound(Schema.Field field, String property, double otherwise) {
    return field.getObjectProp(property) instanceof Number bound ? bound.doubleValue() : otherwise;
  }

  private record Rule(int position, String name, double minimum, double maximum) {}
}
