package io.creditstream.simulator.population;

import io.creditstream.features.dataset.KaggleTable;

/**
 * Which clients a population holds: how they are distributed, whether their outcome is known, and
 * where their ids begin, so that clients of two profiles never share an id.
 */
public enum Profile {
  /** Past applications with a known outcome. */
  TRAIN("train", 100_000_000L),
  /** Applications of the test file: other loans, other bureau coverage, no outcome. */
  TEST("test", 200_000_000L),
  /** New applications that follow the training distribution, with the outcome they will have. */
  STREAM("train", 300_000_000L);

  private final String statistics;
  private final long firstId;

  Profile(String statistics, long firstId) {
    this.statistics = statistics;
    this.firstId = firstId;
  }

  /** The {@code SK_ID_CURR} of client 0; client i has this id plus i. */
  public long firstId() {
    return firstId;
  }

  /** The application table whose layout the rows have: with TARGET, except for the test file. */
  public KaggleTable applicationTable() {
    return this == TEST ? KaggleTable.APPLICATION_TEST : KaggleTable.APPLICATION_TRAIN;
  }

  String statistics() {
    return statistics;
  }
}
