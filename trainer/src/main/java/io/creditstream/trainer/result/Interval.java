package io.creditstream.trainer.result;

/**
 * An estimate with its uncertainty.
 *
 * @param value the estimate
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 */
public record Interval(double value, double low, double high) {}
