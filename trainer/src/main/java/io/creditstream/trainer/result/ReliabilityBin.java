package io.creditstream.trainer.result;

/**
 * Rows of similar probability, about equally many a bin.
 *
 * @param rows how many
 * @param predicted mean probability of default
 * @param observed share of defaults
 */
public record ReliabilityBin(long rows, double predicted, double observed) {}
