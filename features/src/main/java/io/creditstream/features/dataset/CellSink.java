package io.creditstream.features.dataset;

/** Takes the cells of a table in the order of the file. */
public interface CellSink {

  /**
   * The next cell of the row.
   *
   * @param buffer holds the cell, and other things by the next call
   * @param offset where it begins
   * @param length its length; 0 where missing
   */
  void cell(char[] buffer, int offset, int length);

  /**
   * The row is complete.
   *
   * @param line line on which it starts, from 1
   */
  void endRow(long line);
}
