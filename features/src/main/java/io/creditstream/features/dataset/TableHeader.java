package io.creditstream.features.dataset;

import java.util.List;

/**
 * The columns of a file.
 *
 * @param file name of the file
 * @param columns their names, in order
 */
public record TableHeader(String file, List<String> columns) {

  public TableHeader {
    columns = List.copyOf(columns);
  }

  /** The place of a column, −1 if the file has none of that name. */
  public int indexOf(String column) {
    return columns.indexOf(column);
  }

  /**
   * The place of a column.
   *
   * @throws DatasetException if the file has none of that name
   */
  public int require(String column) {
    int index = indexOf(column);
    if (index < 0) {
      throw new DatasetException(file + " has no column " + column);
    }
    return index;
  }
}
