package io.creditstream.features.profile;

import java.util.Arrays;
import java.util.Objects;

/**
 * Frozen bins of a number. The arrays must not be changed.
 *
 * @param name name of the feature
 * @param psiEdges inner edges for the stability index, at most about {@link #PSI_BINS} bins
 * @param psiCounts reference values in each of its bins, one more than edges
 * @param ksEdges inner edges for the Kolmogorov-Smirnov distance, about {@link #KS_BINS} bins
 * @param ksCounts reference values in each of its bins, one more than edges
 * @param missing rows without a value
 */
public record NumericProfile(
    String name,
    double[] psiEdges,
    long[] psiCounts,
    double[] ksEdges,
    long[] ksCounts,
    long missing)
    implements FeatureProfile {

  public static final int PSI_BINS = 10;
  public static final int KS_BINS = 128;

  public NumericProfile {
    Objects.requireNonNull(name, "name");
    if (psiCounts.length != psiEdges.length + 1 || ksCounts.length != ksEdges.length + 1) {
      throw new IllegalArgumentException("profile of " + name + " needs one more bin than edges");
    }
  }

  /** The profile of a sample; NaN stands for missing. */
  public static NumericProfile of(String name, double[] values) {
    double[] present = NumericBins.sortedPresent(values);
    double[] psiEdges = NumericBins.edges(present, PSI_BINS);
    double[] ksEdges = NumericBins.edges(present, KS_BINS);
    return new NumericProfile(
        name,
        psiEdges,
        NumericBins.countSorted(psiEdges, present),
        ksEdges,
        NumericBins.countSorted(ksEdges, present),
        values.length - present.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumericProfile that
        && name.equals(that.name)
        && Arrays.equals(psiEdges, that.psiEdges)
        && Arrays.equals(psiCounts, that.psiCounts)
        && Arrays.equals(ksEdges, that.ksEdges)
        && Arrays.equals(ksCounts, that.ksCounts)
        && missing == that.missing;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, Arrays.hashCode(psiEdges), Arrays.hashCode(ksCounts), missing);
  }
}
