package io.creditstream.features.dataset;

import io.creditstream.features.history.HistoryDates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Fills the fields of an event from the cells of a row: each field of the schema names its column.
 * Columns may come in any order; further ones are left out.
 */
final class RowMapper<R extends SpecificRecordBase> {

  private record Binding(int cell, String column, int position, Cell type, boolean required) {}

  private final Supplier<R> newRecord;
  private final int cells;
  private final List<Binding> bindings = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();

  /**
   * @throws DatasetException if the header lacks a column that the event needs
   */
  RowMapper(Schema schema, Supplier<R> newRecord, TableHeader header) {
    this.newRecord = newRecord;
    this.cells = header.columns().size();
    for (Schema.Field field : schema.getFields()) {
      String column = field.getProp("column");
      if (column == null) {
        continue;
      }
      boolean required = !field.schema().isNullable();
      int cell = required ? header.require(column) : header.indexOf(column);
      if (cell >= 0) {
        bindings.add(new Binding(cell, column, field.pos(), Cell.of(field), required));
      }
    }
  }

  /**
   * The event of a row; what no column fills is left as it is in a new record.
   *
   * @throws MalformedRowException if a cell does not fit its field
   */
  R map(TableRow row, HistoryDates dates) {
    if (row.cells().size() != cells) {
      throw new MalformedRowException(
          row, "expected %d columns, found %d".formatted(cells, row.cells().size()));
    }
    R record = newRecord.get();
    for (Binding binding : bindings) {
      String text = row.cells().get(binding.cell());
      if (!text.isEmpty()) {
        record.put(binding.position(), value(row, binding, text, dates));
      } else if (binding.required()) {
        throw new MalformedRowException(row, binding.column() + " must not be empty");
      }
    }
    return record;
  }

  private Object value(TableRow row, Binding binding, String text, HistoryDates dates) {
    Object value = parsed(binding.type(), text, dates);
    if (value == null) {
      throw new MalformedRowException(
          row, binding.column() + " must be " + binding.type().expected());
    }
    // Levels repeat in a million rows: keep one instance of each.
    return value instanceof String level && texts.size() < 10_000
        ? texts.computeIfAbsent(level, same -> same)
        : value;
  }

  private static @Nullable Object parsed(Cell type, String text, HistoryDates dates) {
    try {
      return type.parse(text, dates);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
