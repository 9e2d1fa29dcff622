package io.creditstream.drift.comparison;

import io.creditstream.drift.table.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The levels of a category with their rows in two tables. The arrays must not be changed.
 *
 * @param names levels of the reference
 * @param reference rows of the reference a level
 * @param referenceMissing rows of the reference without a value
 * @param current rows of the current table a level of the reference
 * @param unseen rows of the current table with a level that the reference lacks
 * @param currentMissing rows of the current table without a value
 */
record LevelCounts(
    List<String> names,
    long[] reference,
    long referenceMissing,
    long[] current,
    long unseen,
    long currentMissing) {

  static LevelCounts of(Column reference, Column current) {
    Map<String, long[]> rows = new LinkedHashMap<>();
    long referenceMissing = 0;
    for (int row = 0; row < reference.rows(); row++) {
      String level = reference.level(row);
      if (level == null) {
        referenceMissing++;
      } else {
        rows.computeIfAbsent(level, name -> new long[2])[0]++;
      }
    }
    long unseen = 0;
    long currentMissing = 0;
    for (int row = 0; row < current.rows(); row++) {
      String level = current.level(row);
      long[] known = level == null ? null : rows.get(level);
      if (known != null) {
        known[1]++;
      } else if (level == null) {
        currentMissing++;
      } else {
        unseen++;
      }
    }
    return new LevelCounts(
        List.copyOf(rows.keySet()),
        rows.values().stream().mapToLong(counts -> counts[0]).toArray(),
        referenceMissing,
        rows.values().stream().mapToLong(counts -> counts[1]).toArray(),
        unseen,
        currentMissing);
  }
}
