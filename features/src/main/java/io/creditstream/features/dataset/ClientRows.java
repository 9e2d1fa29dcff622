package io.creditstream.features.dataset;

import java.util.List;
import java.util.Map;

/**
 * The rows of all tables that belong to one application.
 *
 * @param application its row in the table of applications
 * @param history its rows in each table of history; a table without rows may be left out
 */
public record ClientRows(TableRow application, Map<KaggleTable, List<TableRow>> history) {

  /** The rows of a table of history. */
  public List<TableRow> of(KaggleTable table) {
    return history.getOrDefault(table, List.of());
  }
}
