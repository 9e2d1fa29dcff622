package io.creditstream.advisor.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.schemas.LoanDecision;
import java.util.List;
import java.util.Optional;

/**
 * All that is recorded about one application.
 *
 * @param applicationId the application
 * @param clientId the client
 * @param application the application as JSON, with the names of its schema; empty where it is gone
 * @param decision the decision about it; empty where there is none yet
 * @param reviews its reviews, the oldest first
 */
public record RecordedCase(
    String applicationId,
    String clientId,
    Optional<ObjectNode> application,
    Optional<LoanDecision> decision,
    List<RecordedReview> reviews) {

  public RecordedCase {
    reviews = List.copyOf(reviews);
  }
}
