package io.creditstream.trainer.matrix;

/**
 * Loans with known outcomes.
 *
 * @param matrix their features and outcomes
 * @param applicants who took them, in the same order
 */
public record LabelledRows(FeatureMatrix matrix, Applicants applicants) {}
