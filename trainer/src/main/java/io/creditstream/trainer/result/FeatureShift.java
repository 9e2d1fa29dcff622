package io.creditstream.trainer.result;

/**
 * How one feature of the applications to be scored differs from those trained on.
 *
 * @param feature its name
 * @param psi population stability index
 * @param ks lower bound of the Kolmogorov-Smirnov distance; NaN for a category
 * @param missingReference share of missing values among the rows trained on
 * @param missingCurrent share of missing values among the others
 * @param verdict {@code stable}, {@code warning}, {@code alert} or {@code insufficient}
 */
public record FeatureShift(
    String feature,
    double psi,
    double ks,
    double missingReference,
    double missingCurrent,
    String verdict) {}
