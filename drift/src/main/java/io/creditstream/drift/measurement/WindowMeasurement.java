package io.creditstream.drift.measurement;

import io.creditstream.drift.histogram.CategoryCells;
import io.creditstream.drift.histogram.FeatureCells;
import io.creditstream.drift.histogram.HistogramLayout;
import io.creditstream.drift.histogram.NumericCells;
import io.creditstream.drift.histogram.WindowHistogram;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Measures a window, feature by feature. */
public final class WindowMeasurement {

  private static final Unseen NEVER_UNSEEN = new Unseen(0, 1);

  private WindowMeasurement() {}

  /** A measure a feature in the order of the dictionary, then one of the score. */
  public static List<FeatureMeasure> measure(HistogramLayout layout, WindowHistogram window) {
    return layout.features().stream().map(cells -> measure(cells, window)).toList();
  }

  private static FeatureMeasure measure(FeatureCells cells, WindowHistogram window) {
    return cells instanceof NumericCells numeric
        ? number(numeric, window)
        : category((CategoryCells) cells, window);
  }

  private static FeatureMeasure number(NumericCells cells, WindowHistogram window) {
    long missing = cells.missing(window);
    long referenceMissing = cells.profile().missing();
    BinPair bins =
        new BinPair(
            with(cells.stabilityCounts(window), missing),
            with(cells.profile().psiCounts(), referenceMissing));
    return measure(
        cells.name(), bins, kolmogorov(cells, window), missing, referenceMissing, NEVER_UNSEEN);
  }

  private static FeatureMeasure category(CategoryCells cells, WindowHistogram window) {
    long missing = cells.missing(window);
    long unseen = cells.unseen(window);
    long[] reference = cells.profile().counts();
    long referenceMissing = cells.profile().missing();
    BinPair bins =
        new BinPair(
            with(cells.levelCounts(window), unseen, missing), with(reference, 0, referenceMissing));
    double rate = window.samples() == 0 ? 0 : (double) unseen / window.samples();
    double pValue = Proportions.atLeast(unseen, window.samples(), UnseenMass.of(reference));
    return measure(
        cells.name(), bins, Optional.empty(), missing, referenceMissing, new Unseen(rate, pValue));
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

  private static Optional<Kolmogorov> kolmogorov(NumericCells cells, WindowHistogram window) {
    long[] current = cells.kolmogorovCounts(window);
    long[] reference = cells.profile().ksCounts();
    long n = LongStream.of(current).sum();
    long m = LongStream.of(reference).sum();
    if (n == 0 || m == 0) {
      return Optional.empty();
    }
    KolmogorovBracket bracket = KolmogorovBracket.of(cells.profile().ksEdges(), current, reference);
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
