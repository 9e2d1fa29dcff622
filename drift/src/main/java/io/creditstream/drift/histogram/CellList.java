package io.creditstream.drift.histogram;

import java.util.Arrays;

/**
 * The cells that one decision counts in, ascending. Holds bins, not values.
 *
 * @param layoutCells number of cells of the layout, more than any cell here
 * @param cells the cells; must not be changed
 */
public record CellList(int layoutCells, int[] cells) {

  /** A number counts in two cells, and beside the features there are score and joint distance. */
  private static final int CELLS_A_NUMBER = 2;

  /**
   * The cells of one decision.
   *
   * @param layout cells of the model that decided
   * @param features the vector; NaN where missing
   * @throws CellMismatchException if the vector cannot be one of the model
   */
  public static CellList of(HistogramLayout layout, double[] features, double score) {
    if (features.length + 1 != layout.features().size()) {
      throw new CellMismatchException(
          "%d features where the model has %d"
              .formatted(features.length, layout.features().size() - 1));
    }
    int[] cells = new int[CELLS_A_NUMBER * (features.length + 2)];
    int size = 0;
    for (int i = 0; i < features.length; i++) {
      size = layout.features().get(i).locate(features[i], cells, size);
    }
    size = layout.features().get(features.length).locate(score, cells, size);
    if (layout.joint().isPresent()) {
      size = layout.joint().get().locate(features, cells, size);
    }
    return new CellList(layout.cells(), Arrays.copyOf(cells, size));
  }

  /** Whether there is none: what is counted is no decision. */
  public boolean isEmpty() {
    return cells.length == 0;
  }

  /** Writes the cells as the gaps between them, about a byte a cell. */
  public void write(VarintWriter out) {
    out.write(layoutCells).write(CellGaps.toBytes(cells));
  }

  /** Reads what {@link #write} wrote. */
  public static CellList read(VarintReader in) {
    return new CellList(Math.toIntExact(in.read()), CellGaps.fromBytes(in.readBytes()));
  }
}
