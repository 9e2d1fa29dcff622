package io.creditstream.trainer.leakage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows parted by client id instead of at random. Ids are given in the order of the files, often in
 * that of time: what only random folds profit from does not help across this split.
 *
 * @param early rows of the smaller ids, four fifths, ascending
 * @param late rows of the greater ones, ascending
 */
public record SplitById(int[] early, int[] late) {

  private static final double LATE_SHARE = 0.2;

  /** Ids that are numbers are compared as such: the shorter text first. */
  public static SplitById of(List<String> clientIds) {
    Integer[] order = IntStream.range(0, clientIds.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingInt(row -> clientIds.get(row).length())
            .thenComparing(clientIds::get));
    int late = (int) Math.round(LATE_SHARE * order.length);
    return new SplitById(
        rows(order, 0, order.length - late), rows(order, order.length - late, order.length));
  }

  /** Says how many there are. */
  @Override
  public String toString() {
    return "SplitById[" + early.length + " early, " + late.length + " late]";
  }

  private static int[] rows(Integer[] order, int from, int to) {
    return Arrays.stream(order, from, to).mapToInt(Integer::intValue).sorted().toArray();
  }
}
