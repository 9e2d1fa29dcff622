package io.creditstream.drift.topology;

/** Decisions that lie in their topic and were not read yet. */
@FunctionalInterface
public interface Backlog {

  /**
   * Whether there is no committed decision in a partition from an offset on. False also when nobody
   * can tell at the moment.
   */
  boolean isEmpty(int partition, long nextOffset);
}
