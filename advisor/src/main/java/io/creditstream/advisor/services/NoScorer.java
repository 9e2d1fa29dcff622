package io.creditstream.advisor.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.schemas.LoanDecision;
import java.time.Duration;
import java.util.Optional;

/** Never answers. */
final class NoScorer implements ScorerClient {

  @Override
  public Answer<LoanDecision> score(ObjectNode application) {
    return new Answer.Unavailable<>();
  }

  @Override
  public Answer<Optional<LoanDecision>> submit(ObjectNode application, Duration wait) {
    return new Answer.Unavailable<>();
  }

  @Override
  public Answer<ObjectNode> history(String clientId) {
    return new Answer.Unavailable<>();
  }
}
