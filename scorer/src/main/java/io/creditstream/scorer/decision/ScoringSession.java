package io.creditstream.scorer.decision;

import io.creditstream.features.bundle.PolicyDecider;
import io.creditstream.features.catalog.Applicant;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import io.creditstream.model.CreditModel;
import io.creditstream.model.Probability;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.scorer.explanation.Explanation;
import io.creditstream.scorer.explanation.ReasonSelector;
import io.creditstream.scorer.model.DecisionModel;
import java.util.List;

/** A model opened for one thread: features, score, outcome, explanation. Not thread-safe. */
public final class ScoringSession implements AutoCloseable {

  private final DecisionModel model;
  private final CreditModel session;
  private final ReasonSelector reasons;

  private ScoringSession(DecisionModel model, CreditModel session) {
    this.model = model;
    this.session = session;
    this.reasons = new ReasonSelector(model.dictionary());
  }

  /** Opens a model for the calling thread. */
  public static ScoringSession open(DecisionModel model) {
    return new ScoringSession(model, model.sessions().get());
  }

  /** The model of this session. */
  public DecisionModel model() {
    return model;
  }

  /**
   * Scores an application with its history. Declined and referred applications are explained, all
   * others on request.
   */
  public Scored score(Applicant applicant, boolean explain) {
    double[] features = model.extractor().extract(applicant);
    double rawScore = session.rawScore(features);
    double probability = Probability.of(rawScore);
    PolicyDecider.Verdict verdict =
        model
            .decider()
            .decide(probability, applicant.application(), features, topics(applicant.history()));
    boolean explained = explain || verdict.outcome() != DecisionOutcome.APPROVED;
    return new Scored(
        model,
        features,
        rawScore,
        session.baseValue(),
        probability,
        verdict.outcome(),
        verdict.rules(),
        explained ? explanation(features) : Explanation.none());
  }

  private static List<String> topics(ClientHistory history) {
    return history.missingSources().stream().map(HistorySource::toString).toList();
  }

  private Explanation explanation(double[] features) {
    double[] contributions = session.contributions(features);
    return new Explanation(contributions, reasons.select(features, contributions));
  }

  @Override
  public void close() {
    session.close();
  }
}
