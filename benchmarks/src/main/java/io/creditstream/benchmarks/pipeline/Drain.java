package io.creditstream.benchmarks.pipeline;

/**
 * How applications that lay on their topic were worked off.
 *
 * @param seconds until the last result was committed
 * @param cpu what this process took in that time
 */
record Drain(double seconds, CpuTime cpu) {}
