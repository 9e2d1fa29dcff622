package io.creditstream.trainer.calibration;

import io.creditstream.trainer.result.ReliabilityBin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How probabilities agree with outcomes. */
public final class Reliability {

  private static final int BINS = 10;

  private Reliability() {}

  /** Ten bins of rows of similar probability, about equally many each, lowest first. */
  public static List<ReliabilityBin> bins(double[] probabilities, boolean[] defaulted) {
    Integer[] order = IntStream.range(0, probabilities.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(row -> probabilities[row]));
    List<ReliabilityBin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      int from = (int) ((long) bin * order.length / BINS);
      int to = (int) ((long) (bin + 1) * order.length / BINS);
      if (to > from) {
        double predicted = 0;
        long defaults = 0;
        for (int i = from; i < to; i++) {
          predicted += probabilities[order[i]];
          defaults += defaulted[order[i]] ? 1 : 0;
        }
        int rows = to - from;
        bins.add(new ReliabilityBin(rows, predicted / rows, (double) defaults / rows));
      }
    }
    return bins;
  }
}
