package io.creditstream.scorer.replay;

import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.scorer.decision.Origin;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the topics hold about one decision.
 *
 * @param decision as it is recorded
 * @param application the record that the decision names as its source
 * @param origin place and trace of that record
 * @param history records of the client by source, in the order of their offsets, without those that
 *     the scorer set aside; also such as came after the decision
 */
public record RecordedCase(
    LoanDecision decision,
    LoanApplication application,
    Origin origin,
    Map<HistorySource<?>, List<HistoryRecord>> history) {

  public RecordedCase {
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(application, "application");
    Objects.requireNonNull(origin, "origin");
    history = Map.copyOf(history);
  }

  /** The records of a source. */
  List<HistoryRecord> history(HistorySource<?> source) {
    return history.getOrDefault(source, List.of());
  }

  /** Names the application, without its content. */
  @Override
  public String toString() {
    return "RecordedCase[" + decision.getApplicationId() + "]";
  }
}
