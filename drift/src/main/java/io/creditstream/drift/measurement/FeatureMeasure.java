package io.creditstream.drift.measurement;

import java.util.Optional;

/**
 * What was measured of one feature in one window. Numbers only: whether they are too large is for
 * others to say.
 *
 * @param feature name of the feature
 * @param samples n, values in the window, missing ones included
 * @param referenceSamples m, values in the reference, missing ones included
 * @param bins bins of psi and jensenShannon that are not empty on both sides
 * @param psi population stability index, missing and unseen being bins of their own
 * @param jensenShannon Jensen–Shannon distance over the same bins, 0..1
 * @param kolmogorov Kolmogorov–Smirnov distance of the present values; empty for categories and
 *     where no value is present on one of the sides
 * @param missing missing values
 * @param unseen values of a level that the reference lacks; a rate of 0 for numbers
 */
public record FeatureMeasure(
    String feature,
    long samples,
    long referenceSamples,
    int bins,
    double psi,
    double jensenShannon,
    Optional<Kolmogorov> kolmogorov,
    Missing missing,
    Unseen unseen) {

  /**
   * The distance of two empirical distribution functions.
   *
   * @param low lower bound, 0..1
   * @param high upper bound, low..1
   * @param pValue asymptotic probability of the lower bound by chance
   */
  public record Kolmogorov(double low, double high, double pValue) {}

  /**
   * Shares of missing values, 0..1.
   *
   * @param rate share in the window
   * @param referenceRate share in the reference
   * @param pValue probability of such a difference by chance
   */
  public record Missing(double rate, double referenceRate, double pValue) {}

  /**
   * The share of unseen levels, 0..1.
   *
   * @param rate share in the window
   * @param pValue probability of so many by chance, given how many levels the reference shows once
   * @param psi what they add to the stability index
   */
  public record Unseen(double rate, double pValue, double psi) {}
}
