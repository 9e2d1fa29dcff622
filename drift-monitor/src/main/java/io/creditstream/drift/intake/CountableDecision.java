package io.creditstream.drift.intake;

import io.creditstream.drift.histogram.CellList;
import io.creditstream.schemas.LoanDecision;

/**
 * A sound decision.
 *
 * @param decision the decision
 * @param cells where its features and its score count
 */
public record CountableDecision(LoanDecision decision, CellList cells) {

  /** Says nothing about the client. */
  @Override
  public String toString() {
    return "CountableDecision";
  }
}
