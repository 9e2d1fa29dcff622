package io.creditstream.features.dataset;

import java.util.EnumMap;
import java.util.Map;

/**
 * The rows of all clients, of applications and history, parted by client so that one part fits into
 * memory. All rows of a client are in one part.
 */
interface PartedRows extends AutoCloseable {

  /** The number of parts. */
  int parts();

  /** The part of a client. */
  default int partOf(String clientId) {
    return Math.floorMod(clientId.hashCode(), parts());
  }

  /** Adds a row to a part, under a key that it is found by later. */
  void add(int part, KaggleTable table, String key, TableRow row);

  /** The rows of a part. */
  Map<KaggleTable, RowStore> load(int part);

  /** Gives back memory or files. */
  @Override
  void close();

  /** Rows that are few enough to be held in memory. */
  static PartedRows inMemory() {
    Map<KaggleTable, RowStore> rows = new EnumMap<>(KaggleTable.class);
    return new PartedRows() {
      @Override
      public int parts() {
        return 1;
      }

      @Override
      public void add(int part, KaggleTable table, String key, TableRow row) {
        rows.computeIfAbsent(table, first -> new RowStore(row.file())).add(key, row);
      }

      @Override
      public Map<KaggleTable, RowStore> load(int part) {
        return rows;
      }

      @Override
      public void close() {
        rows.clear();
      }
    };
  }
}
