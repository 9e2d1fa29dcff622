package io.creditstream.trainer.result;

/**
 * One kind of model, cross-validated on the folds that all kinds share.
 *
 * @param name what it is, in a few words
 * @param quality on out-of-fold predictions, each with the threshold that is cheapest for it
 * @param fitSeconds time to fit all folds
 * @param scoreMicros time to score a row, in microseconds
 */
public record ModelResult(String name, Quality quality, double fitSeconds, double scoreMicros) {}
