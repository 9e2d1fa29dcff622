package io.creditstream.trainer.result;

/**
 * One treatment of class imbalance, with all else equal.
 *
 * @param method what it is, in a few words
 * @param quality on out-of-fold predictions, calibrated
 * @param chosen whether the model is trained this way
 */
public record ImbalanceResult(String method, Quality quality, boolean chosen) {}
