package io.creditstream.simulator.population;

import io.creditstream.features.dataset.KaggleTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A row under construction: every cell is missing until it is set. */
final class Row {
  private static final Map<KaggleTable, Map<String, Integer>> POSITIONS = positions();

  private final Map<String, Integer> columns;
  private final String[] cells;

  Row(KaggleTable table) {
    columns = POSITIONS.getOrDefault(table, Map.of());
    cells = new String[table.columns().size()];
    Arrays.fill(cells, Cells.MISSING);
  }

  Row set(String column, String cell) {
    Integer position = columns.get(column);
    if (position == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    cells[position] = cell;
    return this;
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  String[] cells() {
    return cells;
  }

  private static Map<KaggleTable, Map<String, Integer>> positions() {
    Map<KaggleTable, Map<String, Integer>> all = new HashMap<>();
    for (KaggleTable table : KaggleTable.values()) {
      Map<String, Integer> positions = new HashMap<>();
      table.columns().forEach(column -> positions.put(column, positions.size()));
      all.put(table, Map.copyOf(positions));
    }
    return Map.copyOf(all);
  }
}
