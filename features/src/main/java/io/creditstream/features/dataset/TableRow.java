package io.creditstream.features.dataset;

import java.util.List;

/**
 * A row of a file.
 *
 * @param file name of the file
 * @param line line on which the row starts, from 1
 * @param cells its cells in the order of the header; empty where missing
 */
public record TableRow(String file, long line, List<String> cells) {

  /** Says where the row is, never what it holds. */
  @Override
  public String toString() {
    return file + " line " + line;
  }
}
