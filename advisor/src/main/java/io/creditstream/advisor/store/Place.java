package io.creditstream.advisor.store;

/**
 * Where a record lies on its topic.
 *
 * @param partition number of the partition
 * @param offset offset in it
 */
public record Place(int partition, long offset) {}
