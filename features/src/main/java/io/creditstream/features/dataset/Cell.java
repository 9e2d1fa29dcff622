package io.creditstream.features.dataset;

import io.creditstream.features.history.HistoryDates;
import java.util.Locale;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the text of one cell as the type of a field. */
enum Cell {
  TEXT("a text") {
    @Override
    Object parse(String text, HistoryDates dates) {
      return text;
    }
  },
  FLAG("0, 1, Y, N, Yes or No") {
    @Override
    @Nullable Object parse(String text, HistoryDates dates) {
      return switch (text.toUpperCase(Locale.ROOT)) {
        case "1", "1.0", "Y", "YES" -> true;
        case "0", "0.0", "N", "NO" -> false;
        default -> null;
      };
    }
  },
  NUMBER("a finite number") {
    @Override
    @Nullable Object parse(String text, HistoryDates dates) {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    }
  },
  WHOLE_NUMBER("a whole number") {
    @Override
    @Nullable Object parse(String text, HistoryDates dates) {
      return wholeNumber(text);
    }
  },
  DATE("a whole number of days") {
    @Override
    @Nullable Object parse(String text, HistoryDates dates) {
      Integer days = wholeNumber(text);
      return days == null ? null : dates.plusDays(days);
    }
  },
  MONTH("a whole number of months") {
    @Override
    @Nullable Object parse(String text, HistoryDates dates) {
      Integer months = wholeNumber(text);
      return months == null ? null : dates.plusMonths(months);
    }
  };

  private final String expected;

  Cell(String expected) {
    this.expected = expected;
  }

  /** What a cell of this type has to hold, in words. */
  String expected() {
    return expected;
  }

  /**
   * The value of a cell.
   *
   * @param text not empty
   * @return null if it is not of this type
   * @throws NumberFormatException if it is not of this type
   */
  abstract @Nullable Object parse(String text, HistoryDates dates);

  /** The type of cell that a field takes. */
  static Cell of(Schema.Field field) {
    Schema schema = valueSchema(field.schema());
    if (schema.getLogicalType() instanceof LogicalTypes.Date) {
      return DATE;
    }
    if ("month".equals(field.getProp("unit"))) {
      return MONTH;
    }
    return switch (schema.getType()) {
      case STRING -> TEXT;
      case BOOLEAN -> FLAG;
      case DOUBLE -> NUMBER;
      case INT -> WHOLE_NUMBER;
      default -> throw new IllegalStateException("no cell for field " + field.name());
    };
  }

  private static Schema valueSchema(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(type -> type.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow()
        : schema;
  }

  private static @Nullable Integer wholeNumber(String text) {
    String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    try {
      return Integer.valueOf(whole);
    } catch (NumberFormatException e) {
      double number = Double.parseDouble(text);
      return number == (int) number ? (Integer) (int) number : null;
    }
  }
}
