package io.creditstream.drift.histogram;

import io.creditstream.features.profile.NumericBins;
import io.creditstream.features.profile.NumericProfile;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Finds the stability bin and the Kolmogorov bin of a value by one search in the edges of both.
 * Bins are right-closed: the bin of a value is the number of edges below it.
 *
 * <p>The edges lie in groups. First it is counted how many groups end below the value, then how
 * many edges of the next group lie below it: two steps of which each waits for the memory once,
 * where a binary search waits at each of eight. An edge lies below a value where their difference
 * has a sign, since the difference of finite doubles is 0 only for equal ones: no branch can be
 * guessed wrong.
 */
final class BothEdges {

  private static final int GROUP = 12;
  private static final int HALF = 16;

  private final double[] edges;
  private final double[] lastOfGroup;
  private final int[] bins;
  private final boolean finite;

  BothEdges(NumericProfile profile) {
    double[] merged =
        DoubleStream.concat(DoubleStream.of(profile.psiEdges()), DoubleStream.of(profile.ksEdges()))
            .sorted()
            .distinct()
            .toArray();
    this.finite = DoubleStream.of(merged).allMatch(Double::isFinite);
    int groups = (merged.length + GROUP - 1) / GROUP;
    this.edges = Arrays.copyOf(merged, (groups + 1) * GROUP);
    Arrays.fill(edges, merged.length, edges.length, Double.POSITIVE_INFINITY);
    this.lastOfGroup = new double[groups];
    for (int group = 0; group < groups; group++) {
      lastOfGroup[group] = edges[(group + 1) * GROUP - 1];
    }
    this.bins = new int[edges.length + 1];
    for (int place = 0; place < bins.length; place++) {
      boolean above = place >= merged.length;
      int stability =
          above ? profile.psiEdges().length : NumericBins.indexOf(profile.psiEdges(), edges[place]);
      int kolmogorov =
          above ? profile.ksEdges().length : NumericBins.indexOf(profile.ksEdges(), edges[place]);
      bins[place] = stability << HALF | kolmogorov;
    }
  }

  /**
   * Both bins of a value, for {@link #stability} and {@link #kolmogorov} to tell apart.
   *
   * @param value not NaN
   */
  int binsOf(double value) {
    if (!finite || Double.isInfinite(value)) {
      return bins[NumericBins.indexOf(edges, value)];
    }
    int groups = 0;
    for (double last : lastOfGroup) {
      groups += below(last, value);
    }
    int place = groups * GROUP;
    int first = place;
    for (int i = 0; i < GROUP; i++) {
      place += below(edges[first + i], value);
    }
    return bins[place];
  }

  /** 1 for an edge below a value, 0 for another. */
  private static int below(double edge, double value) {
    return (int) (Double.doubleToRawLongBits(edge - value) >>> 63);
  }

  static int stability(int bins) {
    return bins >>> HALF;
  }

  static int kolmogorov(int bins) {
    return bins & (1 << HALF) - 1;
  }
}
