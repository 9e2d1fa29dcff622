package io.creditstream.drift.histogram;

import io.creditstream.features.profile.NumericBins;
import io.creditstream.features.profile.NumericProfile;
import java.util.stream.DoubleStream;

/**
 * Finds the stability bin and the Kolmogorov bin of a value by one search in the edges of both.
 * Bins are right-closed: the bin of a value is the number of edges below it.
 */
final class BothEdges {

  private final double[] edges;
  private final int[] stabilityBins;
  private final int[] kolmogorovBins;

  BothEdges(NumericProfile profile) {
    this.edges =
        DoubleStream.concat(DoubleStream.of(profile.psiEdges()), DoubleStream.of(profile.ksEdges()))
            .sorted()
            .distinct()
            .toArray();
    this.stabilityBins = bins(profile.psiEdges());
    this.kolmogorovBins = bins(profile.ksEdges());
  }

  /** The bin of the values of each place between the merged edges. */
  private int[] bins(double[] part) {
    int[] bins = new int[edges.length + 1];
    for (int place = 0; place < edges.length; place++) {
      bins[place] = NumericBins.indexOf(part, edges[place]);
    }
    bins[edges.length] = part.length;
    return bins;
  }

  /**
   * The place of a value between the edges; found without a branch that the processor could guess
   * wrong, which costs more than the comparisons.
   */
  int placeOf(double value) {
    int below = 0;
    int length = edges.length;
    while (length > 0) {
      int half = length + 1 >>> 1;
      below += edges[below + half - 1] < value ? half : 0;
      length -= half;
    }
    return below;
  }

  int stabilityBin(int place) {
    return stabilityBins[place];
  }

  int kolmogorovBin(int place) {
    return kolmogorovBins[place];
  }
}
