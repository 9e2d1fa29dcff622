package io.creditstream.drift.output;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Loans by bin of their score, each bin with the repaid and the defaulted ones: counts where that
 * is known, expected numbers where it is estimated.
 */
final class ScoreCurve {

  /** One bin. */
  record Bin(double probability, double repaid, double defaulted) {
    double loans() {
      return repaid + defaulted;
    }
  }

  private final List<Bin> bins;
  private final double repaid;
  private final double defaulted;

  private ScoreCurve(List<Bin> bins) {
    this.bins = bins;
    this.repaid = bins.stream().mapToDouble(Bin::repaid).sum();
    this.defaulted = bins.stream().mapToDouble(Bin::defaulted).sum();
  }

  /** The curve of loans of which it is known what became. */
  static ScoreCurve known(SortedMap<String, Long> repaid, SortedMap<String, Long> defaulted) {
    TreeMap<Integer, Bin> bins = new TreeMap<>();
    add(bins, repaid, 1, 0);
    add(bins, defaulted, 0, 1);
    return new ScoreCurve(List.copyOf(bins.values()));
  }

  /** The curve to expect if the probabilities are right: p of the loans of a bin default. */
  static ScoreCurve expected(SortedMap<String, Long> loans) {
    TreeMap<Integer, Bin> bins = new TreeMap<>();
    loans.forEach(
        (name, count) -> {
          int bin = Integer.parseInt(name);
          double p = ScoreBins.probability(bin);
          bins.put(bin, new Bin(p, count * (1 - p), count * p));
        });
    return new ScoreCurve(List.copyOf(bins.values()));
  }

  private static void add(
      TreeMap<Integer, Bin> bins, Map<String, Long> counts, int repaid, int defaulted) {
    counts.forEach(
        (name, count) -> {
          int bin = Integer.parseInt(name);
          double loans = Math.max(0, count);
          bins.merge(
              bin,
              new Bin(ScoreBins.probability(bin), repaid * loans, defaulted * loans),
              (a, b) ->
                  new Bin(a.probability(), a.repaid() + b.repaid(), a.defaulted() + b.defaulted()));
        });
  }

  List<Bin> bins() {
    return bins;
  }

  double loans() {
    return repaid + defaulted;
  }

  double defaulted() {
    return defaulted;
  }

  /** Σ p over the loans. */
  double predicted() {
    return bins.stream().mapToDouble(bin -> bin.loans() * bin.probability()).sum();
  }

  /**
   * The chance that a defaulted loan has a higher score than a repaid one, equal bins counting
   * half; empty without loans of both kinds.
   */
  OptionalDouble auc() {
    if (repaid == 0 || defaulted == 0) {
      return OptionalDouble.empty();
    }
    double below = 0;
    double pairs = 0;
    for (Bin bin : bins) {
      pairs += bin.defaulted() * (below + bin.repaid() / 2);
      below += bin.repaid();
    }
    return OptionalDouble.of(pairs / (repaid * defaulted));
  }

  /** The greatest distance of the distributions of scores of both kinds; empty without both. */
  OptionalDouble ks() {
    if (repaid == 0 || defaulted == 0) {
      return OptionalDouble.empty();
    }
    double good = 0;
    double bad = 0;
    double greatest = 0;
    for (Bin bin : bins) {
      good += bin.repaid() / repaid;
      bad += bin.defaulted() / defaulted;
      greatest = Math.max(greatest, Math.abs(good - bad));
    }
    return OptionalDouble.of(greatest);
  }

  /** The mean of (y − p)². */
  double brier() {
    double sum = 0;
    for (Bin bin : bins) {
      double p = bin.probability();
      sum += bin.repaid() * p * p + bin.defaulted() * (1 - p) * (1 - p);
    }
    return sum / loans();
  }
}
