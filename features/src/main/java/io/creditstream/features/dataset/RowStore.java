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
    add(key, row.line(), pack(row.cells()));
  }

  /** Adds a row whose cells are packed. */
  void add(String key, long line, String packedCells) {
    rows.computeIfAbsent(key, first -> new ArrayList<>(4)).add(new Packed(line, packedCells));
  }

  /** The rows of a key, in the order of the file. */
  List<TableRow> of(String key) {
    return rows.getOrDefault(key, List.of()).stream()
        .map(packed -> new TableRow(file, packed.line(), unpack(packed.cells())))
        .toList();
  }

  /** The cells of a row as one string. */
  static String pack(List<String> cells) {
    return String.join(String.valueOf(SEPARATOR), cells);
  }

  private static List<String> unpack(String cells) {
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
