package io.creditstream.simulator.population;

/**
 * A shift of the population from one client on. For the same profile and seed it changes exactly
 * these cells of a shifted client and no others:
 *
 * <ul>
 *   <li>{@code AMT_INCOME_TOTAL}, multiplied by {@code incomeFactor} (rounded to 450);
 *   <li>{@code EXT_SOURCE_1}, {@code EXT_SOURCE_2} and {@code EXT_SOURCE_3}, moved by {@code
 *       scoreShift} standard deviations of their normal score; which of them are missing stays;
 *   <li>the bureau data, gone for a further share {@code bureauMissingRise} of the clients,
 *       independent of everything else about them: no rows of bureau and bureau_balance, and empty
 *       {@code AMT_REQ_CREDIT_BUREAU_*};
 *   <li>{@code TARGET}, a consequence: the default probability given the external scores stays as
 *       it was, so lower scores mean more defaults.
 * </ul>
 *
 * @param fromIndex the first shifted client
 * @param incomeFactor factor on the income, above 0
 * @param scoreShift in standard deviations, negative for worse scores
 * @param bureauMissingRise points by which the share of clients without bureau data rises, in [0,
 *     1); at most as many as have bureau data
 */
public record DriftShift(
    long fromIndex, double incomeFactor, double scoreShift, double bureauMissingRise) {

  /** No client is shifted. */
  public static final DriftShift NONE = new DriftShift(Long.MAX_VALUE, 1, 0, 0);

  public DriftShift {
    if (fromIndex < 0) {
      throw new IllegalArgumentException("fromIndex must not be negative");
    }
    if (!(incomeFactor > 0 && incomeFactor < 100)) {
      throw new IllegalArgumentException("incomeFactor must lie between 0 and 100");
    }
    if (!(Math.abs(scoreShift) <= 5)) {
      throw new IllegalArgumentException("scoreShift must lie between -5 and 5");
    }
    if (!(bureauMissingRise >= 0 && bureauMissingRise < 1)) {
      throw new IllegalArgumentException("bureauMissingRise must lie in [0, 1)");
    }
  }

  /**
   * A downturn that every usual statistic alerts on: less income, worse scores, less bureau data.
   */
  public static DriftShift from(long index) {
    return new DriftShift(index, 0.6, -0.7, 0.35);
  }

  boolean covers(long index) {
    return index >= fromIndex;
  }
}
