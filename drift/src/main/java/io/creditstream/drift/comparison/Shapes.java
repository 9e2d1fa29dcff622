package io.creditstream.drift.comparison;

import io.creditstream.features.profile.NumericProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Makes distributions small enough to be drawn. */
final class Shapes {

  private static final int LEVELS = 12;
  private static final String MISSING = "missing";

  private Shapes() {}

  /** The bins of the stability index and the missing rows. */
  static Shape of(NumericProfile profile, long[] current, long missing) {
    List<String> labels = new ArrayList<>();
    double[] edges = profile.psiEdges();
    for (int i = 0; i < edges.length; i++) {
      labels.add("up to " + number(edges[i]));
    }
    labels.add(edges.length == 0 ? "any value" : "above " + number(edges[edges.length - 1]));
    labels.add(MISSING);
    return new Shape(labels, with(profile.psiCounts(), profile.missing()), with(current, missing));
  }

  /** The most frequent levels, all others together, those unseen and the missing rows. */
  static Shape of(LevelCounts levels) {
    int[] order =
        IntStream.range(0, levels.names().size())
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer i) -> levels.reference()[i])
                    .reversed()
                    .thenComparing(levels.names()::get))
            .mapToInt(Integer::intValue)
            .toArray();
    int shown = order.length <= LEVELS + 1 ? order.length : LEVELS;
    List<String> labels = new ArrayList<>();
    long[] reference = new long[shown + 3];
    long[] current = new long[shown + 3];
    for (int rank = 0; rank < order.length; rank++) {
      int bar = Math.min(rank, shown);
      reference[bar] += levels.reference()[order[rank]];
      current[bar] += levels.current()[order[rank]];
      if (rank < shown) {
        labels.add(levels.names().get(order[rank]));
      }
    }
    labels.add((order.length - shown) + " other levels");
    labels.add("unseen in the reference");
    labels.add(MISSING);
    current[shown + 1] = levels.unseen();
    reference[shown + 2] = levels.referenceMissing();
    current[shown + 2] = levels.currentMissing();
    return new Shape(labels, reference, current);
  }

  /** Four digits are enough to read. */
  private static String number(double value) {
    double size = Math.abs(value);
    return size >= 1e4 || size == 0 || size == Math.rint(size)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  private static long[] with(long[] counts, long more) {
    long[] all = new long[counts.length + 1];
    System.arraycopy(counts, 0, all, 0, counts.length);
    all[counts.length] = more;
    return all;
  }
}
