package io.creditstream.trainer.search;

import io.creditstream.trainer.fit.BoostingParameters;
import java.util.Locale;
import java.util.SplittableRandom;

/** The hyper-parameters among which a search draws. */
final class SearchSpace {

  /** Changes when the space does, so that no old journal is taken for one of this space. */
  static final String VERSION = "1";

  private final BoostingParameters standard;

  /**
   * @param standard the first trial; limits of the trees and the seed are taken from it
   */
  SearchSpace(BoostingParameters standard) {
    this.standard = standard;
  }

  /** The parameters of a trial: always the same for the same number and seed. */
  BoostingParameters trial(int number) {
    if (number == 1) {
      return standard;
    }
    SplittableRandom random = new SplittableRandom(standard.seed() * 1_000_003L + number);
    return new BoostingParameters(
        standard.maxTrees(),
        standard.earlyStopping(),
        rounded(logUniform(random, 0.01, 0.08)),
        (int) Math.round(logUniform(random, 4, 48)),
        (int) Math.round(logUniform(random, 15, 200)),
        rounded(logUniform(random, 0.05, 0.8)),
        rounded(0.5 + 0.5 * random.nextDouble()),
        rounded(logUniform(random, 0.01, 10)),
        rounded(logUniform(random, 0.1, 100)),
        random.nextInt(4) > 0,
        standard.seed());
  }

  private static double logUniform(SplittableRandom random, double low, double high) {
    return low * StrictMath.exp(random.nextDouble() * StrictMath.log(high / low));
  }

  /** Three digits: more would suggest a precision that no search has. */
  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3g", value));
  }
}
