package io.creditstream.scorer.topology;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.scorer.decision.ClientDecisionKey;
import io.creditstream.scorer.decision.RecordedDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What one task remembers of the applications that it decided, by application and by client. */
final class DecisionBook {

  /** What the index holds beside its key. */
  private static final byte[] INDEXED = {1};

  private final KeyValueStore<String, byte[]> decisions;
  private final KeyValueStore<String, byte[]> byClient;
  private final Forgetting forgetting;
  private final UncommittedDecisions.OfTask uncommitted;

  /**
   * @param uncommitted those of all tasks
   * @param retention how long decisions are remembered
   */
  DecisionBook(
      ProcessorContext<?, ?> context, UncommittedDecisions uncommitted, Duration retention) {
    this.decisions = context.getStateStore(ScoringNodes.DECISIONS_STORE);
    this.byClient = context.getStateStore(ScoringNodes.CLIENT_DECISIONS_STORE);
    this.uncommitted =
        uncommitted.start(context.taskId(), ThreadCommits.ofThisThread(context.metrics()));
    this.forgetting = new Forgetting(byClient, retention);
  }

  /** What was decided about an application, null if nothing was. */
  @Nullable RecordedDecision find(String applicationId) {
    byte[] bytes = decisions.get(applicationId);
    return bytes == null ? null : RecordedDecision.read(bytes);
  }

  /** Writes a decision down. */
  void enter(LoanDecision decision, RecordedDecision recorded) {
    // Before the store shows it.
    uncommitted.add(decision.getApplicationId(), decision.getDecidedAt());
    decisions.put(decision.getApplicationId(), recorded.bytes());
    byClient.put(key(decision), INDEXED);
  }

  /** Writes a decision down that takes the place of another one about the same application. */
  void supersede(LoanDecision superseded, LoanDecision decision, RecordedDecision recorded) {
    byClient.delete(key(superseded));
    enter(decision, recorded);
  }

  /**
   * Forgets a slice of what is too old.
   *
   * @return how many decisions were forgotten
   */
  int forget(Instant now) {
    List<ClientDecisionKey> old = forgetting.step(now);
    for (ClientDecisionKey key : old) {
      decisions.delete(key.applicationId());
      byClient.delete(key.text());
    }
    return old.size();
  }

  private static String key(LoanDecision decision) {
    return new ClientDecisionKey(
            decision.getClientId(), decision.getDecidedAt(), decision.getApplicationId())
        .text();
  }
}
