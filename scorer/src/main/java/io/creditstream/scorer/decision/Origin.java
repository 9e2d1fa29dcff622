package io.creditstream.scorer.decision;

/**
 * Where an application came from.
 *
 * @param topic topic of its record
 * @param partition partition of its record
 * @param offset offset of its record; −1 for an application that was never recorded
 * @param traceId 32 hexadecimal digits
 */
public record Origin(String topic, int partition, long offset, String traceId) {}
