package io.creditstream.drift.verdict;

import io.creditstream.schemas.DriftStatus;

/**
 * What one window alone says about a feature.
 *
 * @param verdict how bad it is
 * @param calm whether every measure lies so far below its limit that an alert may end
 * @param psiWarning limit of the stability index for a warning in this window
 * @param psiAlert limit of the stability index for an alert in this window
 */
public record FeatureVerdict(
    DriftStatus verdict, boolean calm, double psiWarning, double psiAlert) {}
