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
 * guessed wrong. The edges are kept negated, so that the processor subtracts them as they are read.
 */
final class BothEdges {

  private static final int GROUP = 8;
  private static final int HALF = 16;

  private final double[] edges;
  private final double[] negatedEdges;
  private final double[] negatedEndsOfGroups;
  private final int[] bins;
  private final boolean finite;

  BothEdges(NumericProfile profile) {
    this.edges =
        DoubleStream.concat(DoubleStream.of(profile.psiEdges()), DoubleStream.of(profile.ksEdges()))
            .sorted()
            .distinct()
            .toArray();
    this.finite = DoubleStream.of(edges).allMatch(Double::isFinite);
    int groups = (edges.length + GROUP - 1) / GROUP;
    this.negatedEdges = new double[(groups + 1) * GROUP];
    Arrays.fill(negatedEdges, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < edges.length; i++) {
      negatedEdges[i] = -edges[i];
    }
    this.negatedEndsOfGroups = new double[groups];
    for (int group = 0; group < groups; group++) {
      negatedEndsOfGroups[group] = negatedEdges[(group + 1) * GROUP - 1];
    }
    this.bins = new int[edges.length + 1];
    for (int place = 0; place < edges.length; place++) {
      bins[place] =
          NumericBins.indexOf(profile.psiEdges(), edges[place]) << HALF
              | NumericBins.indexOf(profile.ksEdges(), edges[place]);
    }
    bins[edges.length] = profile.psiEdges().length << HALF | profile.ksEdges().length;
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
    double negated = -value;
    int groups = 0;
    for (double end : negatedEndsOfGroups) {
      groups += sign(negated - end);
    }
    int first = groups * GROUP;
    int place = first;
    for (int i = 0; i < GROUP; i++) {
      place += sign(negated - negatedEdges[first + i]);
    }
    return bins[place];
  }

  /** 1 for a number that has a sign, 0 for another. */
  private static int sign(double number) {
    return (int) (Double.doubleToRawLongBits(number) >>> 63);
  }

  static int stability(int bins) {
    return bins >>> HALF;
  }

  static int kolmogorov(int bins) {
    return bins & (1 << HALF) - 1;
  }
}
