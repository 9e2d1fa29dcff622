package io.creditstream.drift.histogram;

import io.creditstream.features.profile.NumericProfile;

/** Cells of a number: stability bins, Kolmogorov bins, missing. */
public final class NumericCells implements FeatureCells {

  private final NumericProfile profile;
  private final BothEdges edges;
  private final int start;
  private final int kolmogorovStart;
  private final int missingCell;

  /**
   * @param profile the reference of the feature
   * @param start first cell
   */
  NumericCells(NumericProfile profile, int start) {
    this.profile = profile;
    this.edges = new BothEdges(profile);
    this.start = start;
    this.kolmogorovStart = start + profile.psiCounts().length;
    this.missingCell = kolmogorovStart + profile.ksCounts().length;
  }

  /** The reference of the feature. */
  public NumericProfile profile() {
    return profile;
  }

  @Override
  public String name() {
    return profile.name();
  }

  @Override
  public int end() {
    return missingCell + 1;
  }

  @Override
  public int locate(double value, int[] cells, int at) {
    if (Double.isNaN(value)) {
      cells[at] = missingCell;
      return at + 1;
    }
    int bins = edges.binsOf(value);
    cells[at] = start + BothEdges.stability(bins);
    cells[at + 1] = kolmogorovStart + BothEdges.kolmogorov(bins);
    return at + 2;
  }

  /** Counts of a window in the stability bins. */
  public long[] stabilityCounts(WindowHistogram window) {
    return window.counts(start, kolmogorovStart);
  }

  /** Counts of a window in the Kolmogorov bins. */
  public long[] kolmogorovCounts(WindowHistogram window) {
    return window.counts(kolmogorovStart, missingCell);
  }

  /** Missing values of a window. */
  public long missing(WindowHistogram window) {
    return window.count(missingCell);
  }
}
