package io.creditstream.scorer.query;

import java.util.List;

/**
 * Some of the decisions about a client, the newest first.
 *
 * @param decisions the decisions
 * @param next position after which those follow that are older; empty where there are none
 */
public record DecisionSlice(List<KnownDecision> decisions, String next) {

  public DecisionSlice {
    decisions = List.copyOf(decisions);
  }
}
