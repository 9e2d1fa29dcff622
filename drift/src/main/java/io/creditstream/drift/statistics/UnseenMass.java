package io.creditstream.drift.statistics;

import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How much of a population lies in levels that a sample of it did not show.
 *
 * @param share Good and Turing's estimate of its share, 0..1: the share of the sample in levels
 *     seen once; at least one in a sample, since none seen once does not mean that there are no
 *     others
 * @param variance of the estimate: (N₁ + 2 N₂ − N₁² / m) / m² for N₁ and N₂ levels seen once and
 *     twice in a sample of m (Esty 1983, "A normal limit law for a nonparametric estimator of the
 *     coverage of a random sample")
 */
public record UnseenMass(double share, double variance) {

  private static final UnseenMass UNKNOWN = new UnseenMass(1, 1);

  /**
   * The estimate from a sample.
   *
   * @param counts how often it shows each level; all of the population is unseen where it is empty
   */
  public static UnseenMass of(long[] counts) {
    double total = LongStream.of(counts).sum();
    if (total == 0) {
      return UNKNOWN;
    }
    double once = Math.max(1, seen(counts, 1));
    double variance = once + 2 * seen(counts, 2) - once * once / total;
    return new UnseenMass(once / total, Math.max(1, variance) / (total * total));
  }

  private static double seen(long[] counts, long times) {
    return LongStream.of(counts).filter(count -> count == times).count();
  }

  /**
   * Probability of at least k values of unseen levels among n by chance: they are Poisson
   * distributed, with a share that is Gamma distributed by the estimate and its variance, which
   * makes their number negative binomial.
   */
  public double atLeast(long k, long n) {
    if (k <= 0 || n <= 0) {
      return 1;
    }
    double shape = share * share / variance;
    double perValue = variance / share;
    double success = n * perValue / (1 + n * perValue);
    return BetaDistribution.of(k, shape).cumulativeProbability(success);
  }
}
