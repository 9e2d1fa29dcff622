package io.creditstream.features.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a file.
 *
 * @param file name of the file
 * @param columns their names, in order, each once
 */
public record TableHeader(String file, List<String> columns) {

  public TableHeader {
    columns = List.copyOf(columns);
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new DatasetException(file + " has two columns " + column + "; keep one of them");
      }
    }
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
      throw new DatasetException(
          file
              + " has no column "
              + column
              + ", which is needed; is its header in the first line?");
    }
    return index;
  }
}
