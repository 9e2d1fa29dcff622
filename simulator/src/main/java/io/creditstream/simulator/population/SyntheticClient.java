package io.creditstream.simulator.population;

import io.creditstream.features.dataset.KaggleTable;
import java.util.List;
import java.util.Map;

/**
 * One client in the Kaggle layout: the rows that the files would hold about them. A row has a cell
 * for each column of its table, in order; an empty cell is a missing value. The arrays are the
 * caller's to read, not to change.
 */
public final class SyntheticClient {
  private final long id;
  private final KaggleTable applicationTable;
  private final Map<KaggleTable, List<String[]>> rows;

  SyntheticClient(long id, KaggleTable applicationTable, Map<KaggleTable, List<String[]>> rows) {
    this.id = id;
    this.applicationTable = applicationTable;
    this.rows = rows;
  }

  /** SK_ID_CURR. */
  public long id() {
    return id;
  }

  /** The table that the application row belongs to. */
  public KaggleTable applicationTable() {
    return applicationTable;
  }

  /** The application row. */
  public String[] application() {
    return rows(applicationTable).get(0);
  }

  /** The client's rows of a table, none if they have none there. */
  public List<String[]> rows(KaggleTable table) {
    return rows.getOrDefault(table, List.of());
  }

  /** A cell of the application row, by column name. */
  public String application(String column) {
    return application()[applicationTable.column(column)];
  }

  @Override
  public String toString() {
    return "SyntheticClient";
  }
}
