package io.creditstream.drift.histogram;

import io.creditstream.features.profile.NumericBins;
import io.creditstream.features.profile.NumericProfile;
import java.util.Arrays;

/**
 * Cells of a number: stability bins, Kolmogorov bins, missing.
 *
 * @param profile the reference of the feature
 * @param start first cell
 */
public record NumericCells(NumericProfile profile, int start) implements FeatureCells {

  @Override
  public String name() {
    return profile.name();
  }

  @Override
  public int end() {
    return missingCell() + 1;
  }

  @Override
  public void locate(double value, CellSink sink) {
    if (Double.isNaN(value)) {
      sink.accept(missingCell());
    } else {
      sink.accept(start + NumericBins.indexOf(profile.psiEdges(), value));
      sink.accept(kolmogorovStart() + NumericBins.indexOf(profile.ksEdges(), value));
    }
  }

  /** Counts of a window in the stability bins. */
  public long[] stabilityCounts(WindowHistogram window) {
    return window.counts(start, kolmogorovStart());
  }

  /** Counts of a window in the Kolmogorov bins. */
  public long[] kolmogorovCounts(WindowHistogram window) {
    return window.counts(kolmogorovStart(), missingCell());
  }

  /** Missing values of a window. */
  public long missing(WindowHistogram window) {
    return window.count(missingCell());
  }

  /** Present values of the reference. */
  public long referencePresent() {
    return Arrays.stream(profile.psiCounts()).sum();
  }

  private int kolmogorovStart() {
    return start + profile.psiCounts().length;
  }

  private int missingCell() {
    return kolmogorovStart() + profile.ksCounts().length;
  }
}
