package io.creditstream.drift.table;

import java.util.Arrays;

/** Some rows of a table as the file has them: the cells one after the other in one array. */
final class CellBlock {

  private final int columns;
  private final int[] ends;
  private char[] text;
  private int cells;
  private int rows;

  /**
   * @param rows how many rows it can hold
   */
  CellBlock(int columns, int rows) {
    this.columns = columns;
    this.ends = new int[columns * rows + 1];
    this.text = new char[ends.length];
  }

  /** Adds a cell to the row that is not complete yet; one too many is counted and left out. */
  void add(char[] buffer, int offset, int length) {
    if (cellsOfRow() < columns) {
      int start = ends[cells];
      if (start + length > text.length) {
        text = Arrays.copyOf(text, Math.max(start + length, text.length * 2));
      }
      System.arraycopy(buffer, offset, text, start, length);
      ends[cells + 1] = start + length;
    }
    cells++;
  }

  /** Cells of the row that is not complete yet. */
  int cellsOfRow() {
    return cells - rows * columns;
  }

  /** Completes a row that has all of its cells. */
  void endRow() {
    rows++;
  }

  int rows() {
    return rows;
  }

  /**
   * Encodes some of the columns.
   *
   * @param encoders one a column
   * @param codes takes the codes: {@code codes[column][row]}
   */
  void encode(Cells[] encoders, long[][] codes, int from, int to) {
    for (int row = 0; row < rows; row++) {
      int first = row * columns;
      for (int column = from; column < to; column++) {
        int start = ends[first + column];
        codes[column][row] = encoders[column].encode(text, start, ends[first + column + 1] - start);
      }
    }
  }

  void clear() {
    cells = 0;
    rows = 0;
  }
}
