package io.creditstream.drift.histogram;

import io.creditstream.drift.histogram.FeatureCells.CellSink;

/**
 * The cells that one decision counts in, ascending, as gaps in variable-length integers: about a
 * byte a cell. Holds bins, not values.
 *
 * @param layoutCells number of cells of the layout, more than any cell here
 * @param gaps the encoded gaps; must not be changed
 */
public record CellList(int layoutCells, byte[] gaps) {

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
    GapWriter sink = new GapWriter(layout);
    for (int i = 0; i < features.length; i++) {
      layout.features().get(i).locate(features[i], sink);
    }
    layout.features().get(features.length).locate(score, sink);
    layout.joint().ifPresent(joint -> joint.locate(features, sink));
    return new CellList(layout.cells(), sink.toBytes());
  }

  /** Visits the cells in ascending order. */
  public void forEach(CellSink sink) {
    int cell = 0;
    int at = 0;
    while (at < gaps.length) {
      int next = gaps[at++];
      int gap = next & 0x7f;
      for (int shift = 7; next < 0; shift += 7) {
        next = gaps[at++];
        gap |= (next & 0x7f) << shift;
      }
      cell += gap;
      sink.accept(cell);
    }
  }
}
