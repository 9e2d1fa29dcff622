package io.creditstream.drift.segment;

import io.creditstream.schemas.LoanApplication;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** A column of the application, found by its name in the files. */
final class ApplicationColumn {

  private static final String COLUMN = "column";

  private final Schema.Field field;

  private ApplicationColumn(Schema.Field field) {
    this.field = field;
  }

  /**
   * Finds a column.
   *
   * @throws IllegalArgumentException if the application has none of this name
   */
  static ApplicationColumn of(String name) {
    return LoanApplication.getClassSchema().getFields().stream()
        .filter(field -> name.equals(field.getProp(COLUMN)))
        .findFirst()
        .map(ApplicationColumn::new)
        .orElseThrow(() -> new IllegalArgumentException("the application has no column " + name));
  }

  /** What an application holds there; null for nothing. */
  @Nullable Object value(LoanApplication application) {
    return application.get(field.pos());
  }

  boolean isNumber() {
    return types().stream().anyMatch(type -> type == Schema.Type.DOUBLE || isWhole(type));
  }

  /** Whether its values are few enough to be taken one by one. */
  boolean isCountable() {
    return types().stream().noneMatch(type -> type == Schema.Type.DOUBLE);
  }

  private List<Schema.Type> types() {
    Schema schema = field.schema();
    return schema.isUnion()
        ? schema.getTypes().stream().map(Schema::getType).toList()
        : List.of(schema.getType());
  }

  private static boolean isWhole(Schema.Type type) {
    return type == Schema.Type.INT || type == Schema.Type.LONG;
  }
}
