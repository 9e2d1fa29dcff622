package io.creditstream.drift.measurement;

import io.creditstream.drift.measurement.FeatureMeasure.Kolmogorov;
import io.creditstream.drift.measurement.FeatureMeasure.Missing;
import io.creditstream.drift.measurement.FeatureMeasure.Unseen;
import io.creditstream.drift.statistics.BinPair;
import io.creditstream.drift.statistics.JensenShannon;
import io.creditstream.drift.statistics.KolmogorovBracket;
import io.creditstream.drift.statistics.KolmogorovDistribution;
import io.creditstream.drift.statistics.Proportions;
import io.creditstream.drift.statistics.StabilityIndex;
import io.creditstream.drift.statistics.UnseenMass;
import io.creditstream.features.profile.CategoryProfile;
import io.creditstream.features.profile.NumericProfile;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

/** Measures how counts in the bins of a reference differ from the counts of the reference. */
public final class ColumnMeasurement {

  private static final Unseen NEVER_UNSEEN = new Unseen(0, 1, 0);

  private ColumnMeasurement() {}

  /**
   * Measures a number.
   *
   * @param stability counts in the bins of the stability index
   * @param kolmogorov counts in the bins of the Kolmogorov-Smirnov distance
   * @param missing rows without a value
   */
  public static FeatureMeasure number(
      NumericProfile profile, long[] stability, long[] kolmogorov, long missing) {
    BinPair bins =
        new BinPair(with(stability, missing), with(profile.psiCounts(), profile.missing()));
    return measure(
        profile.name(),
        bins,
        kolmogorov(profile, kolmogorov),
        missing,
        profile.missing(),
        NEVER_UNSEEN);
  }

  /**
   * Measures a category.
   *
   * @param levels counts of the levels of the reference
   * @param unseen rows of other levels
   * @param missing rows without a value
   */
  public static FeatureMeasure category(
      CategoryProfile profile, long[] levels, long unseen, long missing) {
    BinPair bins =
        new BinPair(with(levels, unseen, missing), with(profile.counts(), 0, profile.missing()));
    long samples = bins.currentTotal();
    double rate = samples == 0 ? 0 : (double) unseen / samples;
    double pValue = UnseenMass.of(profile.counts()).atLeast(unseen, samples);
    return measure(
        profile.name(),
        bins,
        Optional.empty(),
        missing,
        profile.missing(),
        new Unseen(rate, pValue, StabilityIndex.ofBin(bins, unseen, 0)));
  }

  private static FeatureMeasure measure(
      String name,
      BinPair bins,
      Optional<Kolmogorov> kolmogorov,
      long missing,
      long referenceMissing,
      Unseen unseen) {
    long n = bins.currentTotal();
    long m = bins.referenceTotal();
    Missing rates =
        new Missing(
            n == 0 ? 0 : (double) missing / n,
            m == 0 ? 0 : (double) referenceMissing / m,
            Proportions.differencePValue(missing, n, referenceMissing, m));
    return new FeatureMeasure(
        name,
        n,
        m,
        bins.bins(),
        StabilityIndex.of(bins),
        JensenShannon.of(bins),
        kolmogorov,
        rates,
        unseen);
  }

  private static Optional<Kolmogorov> kolmogorov(NumericProfile profile, long[] current) {
    long n = LongStream.of(current).sum();
    long m = LongStream.of(profile.ksCounts()).sum();
    if (n == 0 || m == 0) {
      return Optional.empty();
    }
    KolmogorovBracket bracket =
        KolmogorovBracket.of(profile.ksEdges(), current, profile.ksCounts());
    return Optional.of(
        new Kolmogorov(
            bracket.low(), bracket.high(), KolmogorovDistribution.pValue(bracket.low(), n, m)));
  }

  private static long[] with(long[] counts, long... more) {
    long[] all = Arrays.copyOf(counts, counts.length + more.length);
    System.arraycopy(more, 0, all, counts.length, more.length);
    return all;
  }
}
