package io.creditstream.drift.shape;

import io.creditstream.drift.histogram.CategoryCells;
import io.creditstream.drift.histogram.FeatureCells;
import io.creditstream.drift.histogram.NumericCells;
import io.creditstream.drift.histogram.WindowHistogram;
import io.creditstream.features.profile.CategoryProfile;
import io.creditstream.features.profile.NumericProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Makes distributions small enough to be drawn. */
public final class Shapes {

  private static final int LEVELS = 12;
  private static final String MISSING = "missing";

  private Shapes() {}

  /** A feature in a window beside its reference. */
  public static Shape of(FeatureCells cells, WindowHistogram window) {
    if (cells instanceof NumericCells number) {
      return of(number.profile(), number.stabilityCounts(window), number.missing(window));
    }
    CategoryCells category = (CategoryCells) cells;
    return of(
        category.profile(),
        category.levelCounts(window),
        category.unseen(window),
        category.missing(window));
  }

  /**
   * The bins of the stability index and the missing rows.
   *
   * @param current counts in the bins
   * @param missing rows without a value
   */
  public static Shape of(NumericProfile profile, long[] current, long missing) {
    List<String> labels = new ArrayList<>(EdgeWords.of(profile.psiEdges()));
    labels.add(MISSING);
    return new Shape(labels, with(profile.psiCounts(), profile.missing()), with(current, missing));
  }

  /**
   * The levels that are most frequent in the reference, all others together, those unseen in it and
   * the missing rows.
   *
   * @param current counts of the levels of the reference
   * @param unseen rows of other levels
   * @param missing rows without a value
   */
  public static Shape of(CategoryProfile profile, long[] current, long unseen, long missing) {
    List<Integer> order =
        IntStream.range(0, profile.levels().size())
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer i) -> profile.counts()[i])
                    .reversed()
                    .thenComparing(profile.levels()::get))
            .toList();
    int shown = order.size() <= LEVELS + 1 ? order.size() : LEVELS;
    List<String> labels = new ArrayList<>();
    long[] reference = new long[shown + 3];
    long[] window = new long[shown + 3];
    for (int rank = 0; rank < order.size(); rank++) {
      int bar = Math.min(rank, shown);
      reference[bar] += profile.counts()[order.get(rank)];
      window[bar] += current[order.get(rank)];
      if (rank < shown) {
        labels.add(profile.levels().get(order.get(rank)));
      }
    }
    labels.add((order.size() - shown) + " other levels");
    labels.add("unseen in the reference");
    labels.add(MISSING);
    window[shown + 1] = unseen;
    reference[shown + 2] = profile.missing();
    window[shown + 2] = missing;
    return new Shape(labels, reference, window);
  }

  private static long[] with(long[] counts, long more) {
    long[] all = Arrays.copyOf(counts, counts.length + 1);
    all[counts.length] = more;
    return all;
  }
}
