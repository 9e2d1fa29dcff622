package io.creditstream.scorer.replay;

import io.creditstream.features.catalog.Applicant;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.model.CreditModel;
import io.creditstream.model.Probability;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.scorer.decision.Decisions;
import io.creditstream.scorer.decision.ScoringSession;
import io.creditstream.scorer.explanation.ReasonSelector;
import io.creditstream.scorer.model.DecisionModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.avro.Schema;

/**
 * Makes recorded decisions again by the code that made them, and holds the result against the
 * record. Not thread-safe.
 */
public final class DecisionReplay implements AutoCloseable {

  private final DecisionModel model;
  private final ScoringSession session;
  private final CreditModel scores;
  private final ReasonSelector reasons;
  private final HistorySearch search;
  private final Differences differences;

  /**
   * @param model the one that the decisions name
   * @param registry resolves the schemas of history
   */
  public DecisionReplay(DecisionModel model, SchemaRegistryClient registry) {
    this.model = model;
    this.session = ScoringSession.open(model);
    this.scores = model.sessions().get();
    this.reasons = new ReasonSelector(model.dictionary());
    this.search = new HistorySearch(registry, model.extractor());
    this.differences = new Differences(model.dictionary());
  }

  /** Replays one decision. */
  public ReplayResult replay(RecordedCase recorded) {
    Optional<HistorySearch.Found> found = search.find(recorded);
    ClientHistory history =
        found.map(HistorySearch.Found::history).orElseGet(() -> search.all(recorded));
    LoanDecision again = decide(recorded, history);
    List<FieldDifference> other = differences.between(recorded.decision(), again);
    return other.isEmpty()
        ? new ReplayResult.Same(found.orElseThrow().later())
        : new ReplayResult.Different(other, scoring(recorded.decision(), again));
  }

  /**
   * A history that a case can be decided on.
   *
   * @param records what is known of the client
   * @param proven whether it gives the recorded features; if not, it is all that the topics hold
   */
  public record History(ClientHistory records, boolean proven) {}

  /** The history that counted when a decision of this model was made, as far as it can be found. */
  public History history(RecordedCase recorded) {
    return search
        .find(recorded)
        .map(found -> new History(found.history(), true))
        .orElseGet(() -> allHistory(recorded));
  }

  /** All history that the topics hold. */
  public History allHistory(RecordedCase recorded) {
    return new History(search.all(recorded), false);
  }

  /** What the model decides about the application of a case with the given history. */
  public LoanDecision decide(RecordedCase recorded, ClientHistory history) {
    boolean explain = !recorded.decision().getContributions().isEmpty();
    Applicant applicant = Applicant.of(recorded.application(), history);
    LoanDecision again =
        Decisions.of(
            applicant,
            session.score(applicant, explain),
            recorded.origin(),
            recorded.decision().getDecidedAt());
    again.setSupersedes(recorded.decision().getSupersedes());
    return again;
  }

  /**
   * What of a decision does not follow from the features that it recorded. The outcome may depend
   * on more than these: it counts only where the features are those of the decision made again.
   */
  private List<FieldDifference> scoring(LoanDecision decision, LoanDecision made) {
    double[] features = RecordedVector.features(decision);
    if (features.length != model.dictionary().size()) {
      return List.of(new FieldDifference("features", features.length, model.dictionary().size()));
    }
    double rawScore = scores.rawScore(features);
    LoanDecision again = copy(decision);
    again.setRawScore(rawScore);
    again.setBaseValue(scores.baseValue());
    again.setProbabilityOfDefault(Probability.of(rawScore));
    if (made.getFeatures().equals(decision.getFeatures())) {
      again.setOutcome(made.getOutcome());
    }
    again.setThreshold(model.policy().declineFrom());
    again.setPolicyVersion(model.policy().version());
    if (!decision.getContributions().isEmpty()) {
      double[] contributions = scores.contributions(features);
      again.setContributions(DoubleStream.of(contributions).boxed().toList());
      again.setReasons(reasons.select(features, contributions));
    }
    return differences.between(decision, again);
  }

  private static LoanDecision copy(LoanDecision decision) {
    LoanDecision copy = new LoanDecision();
    for (Schema.Field field : LoanDecision.getClassSchema().getFields()) {
      copy.put(field.pos(), decision.get(field.pos()));
    }
    return copy;
  }

  @Override
  public void close() {
    scores.close();
    session.close();
  }
}
