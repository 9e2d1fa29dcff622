package io.creditstream.drift.histogram;

import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.profile.CategoryProfile;

/**
 * Cells of a category: its levels, unseen, missing.
 *
 * @param profile the reference of the feature
 * @param start first cell
 */
public record CategoryCells(CategoryProfile profile, int start) implements FeatureCells {

  @Override
  public String name() {
    return profile.name();
  }

  @Override
  public int end() {
    return missingCell() + 1;
  }

  @Override
  public int locate(double value, int[] cells, int at) {
    cells[at] = cellOf(value);
    return at + 1;
  }

  private int cellOf(double value) {
    if (Double.isNaN(value)) {
      return missingCell();
    }
    if (value == FeatureEntry.UNSEEN) {
      return unseenCell();
    }
    if (value >= 0 && value < profile.counts().length && value == Math.rint(value)) {
      return start + (int) value;
    }
    throw new CellMismatchException("feature " + name() + " holds no level of its model");
  }

  /** Counts of a window by level. */
  public long[] levelCounts(WindowHistogram window) {
    return window.counts(start, unseenCell());
  }

  /** Values of a window whose level the reference lacks. */
  public long unseen(WindowHistogram window) {
    return window.count(unseenCell());
  }

  /** Missing values of a window. */
  public long missing(WindowHistogram window) {
    return window.count(missingCell());
  }

  private int unseenCell() {
    return start + profile.counts().length;
  }

  private int missingCell() {
    return unseenCell() + 1;
  }
}
