package io.creditstream.advisor.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.schemas.LoanDecision;
import java.time.Duration;
import java.util.Optional;

/** What the advisor asks the scorer. Safe for use by many threads. */
public interface ScorerClient {

  /** Scores and explains an application that is not recorded, with the client's stored history. */
  Answer<LoanDecision> score(ObjectNode application);

  /**
   * Publishes an application and waits for its decision.
   *
   * @return no decision where there was none in time
   */
  Answer<Optional<LoanDecision>> submit(ObjectNode application, Duration wait);

  /** The stored history of a client: the members {@code history} and {@code missingSources}. */
  Answer<ObjectNode> history(String clientId);

  /** Stands in where there is no scorer: unavailable for whatever it is asked. */
  static ScorerClient none() {
    return new NoScorer();
  }
}
