package io.creditstream.drift.intake;

import io.creditstream.drift.histogram.CellList;

/** What came of reading a decision. */
public sealed interface Reading {

  /**
   * A decision that counts.
   *
   * @param modelSha256 the model that decided
   * @param eventTime when the application was submitted, milliseconds since 1970
   * @param cells where it counts
   */
  record Sound(String modelSha256, long eventTime, CellList cells) implements Reading {}

  /** A decision that superseded another one: its application has been counted. */
  record Superseding() implements Reading {}

  /** A record to be set aside. */
  record Bad(DeadLetter letter) implements Reading {}
}
