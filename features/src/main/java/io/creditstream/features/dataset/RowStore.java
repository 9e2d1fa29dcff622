package io.creditstream.features.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds the rows of one table by a key, one compact string a row. */
final class RowStore {

  private static final char SEPARATOR = '\u0001';

  private record Packed(long line, String cells) {}

  private final String file;
  private final Map<String, List<Packed>> rows = new HashMap<>();

  RowStore(String file) {
    this.file = file;
  }

  void add(String key, TableRow row) {
    rows.computeIfAbsent(key, first -> new ArrayList<>(4))
        .add(new Packed(row.line(), String.join(String.valueOf(SEPARATOR), row.cells())));
  }

  /** The rows of a key, in the order of the file. */
  List<TableRow> of(String key) {
    return rows.getOrDefault(key, List.of()).stream()
        .map(packed -> new TableRow(file, packed.line(), split(packed.cells())))
        .toList();
  }

  private static List<String> split(String cells) {
    List<String> split = new ArrayList<>();
    int start = 0;
    for (int end = cells.indexOf(SEPARATOR); end >= 0; end = cells.indexOf(SEPARATOR, start)) {
      split.add(cells.substring(start, end));
      start = end + 1;
    }
    split.add(cells.substring(start));
    return split;
  }
}
