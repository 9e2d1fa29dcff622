package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.explain.Interpretation;
import io.creditstream.advisor.models.KnownModel;
import io.creditstream.advisor.models.Models;
import io.creditstream.advisor.services.Answer;
import io.creditstream.advisor.services.ScorerClient;
import io.creditstream.advisor.store.RecordedCase;
import io.creditstream.schemas.LoanDecision;
import java.util.Optional;

/**
 * Finds the explanation of a decision: the recorded one, else one that the scorer makes now, since
 * approved applications are not explained unless that was asked for.
 */
final class Explanations {

  private final Models models;
  private final ScorerClient scorer;

  Explanations(Models models, ScorerClient scorer) {
    this.models = models;
    this.scorer = scorer;
  }

  /** What was found. */
  sealed interface Explanation {

    /** The explanation; empty where there is none. */
    Optional<Interpretation> found();

    /** The explanation that was recorded with the decision. */
    record Recorded(Interpretation why, KnownModel model) implements Explanation {

      @Override
      public Optional<Interpretation> found() {
        return Optional.of(why);
      }
    }

    /**
     * One that was made now.
     *
     * @param same whether model and score are those of the decision
     */
    record MadeNow(Interpretation why, KnownModel model, LoanDecision now, boolean same)
        implements Explanation {

      @Override
      public Optional<Interpretation> found() {
        return Optional.of(why);
      }
    }

    /** None; the key of the message that says why. */
    record Absent(String key) implements Explanation {

      @Override
      public Optional<Interpretation> found() {
        return Optional.empty();
      }
    }
  }

  Explanation of(RecordedCase recorded, LoanDecision decision) {
    Optional<KnownModel> model = models.find(decision.getModelSha256());
    if (model.isPresent()) {
      Optional<Interpretation> why = Interpretation.of(decision, model.get().dictionary());
      if (why.isPresent()) {
        return new Explanation.Recorded(why.get(), model.get());
      }
    } else if (!decision.getContributions().isEmpty()) {
      return new Explanation.Absent("why.absent.model");
    }
    return recorded
        .application()
        .map(application -> now(application, decision))
        .orElseGet(() -> new Explanation.Absent("why.absent.application"));
  }

  private Explanation now(ObjectNode application, LoanDecision decision) {
    if (!(scorer.score(application) instanceof Answer.Given<LoanDecision> given)) {
      return new Explanation.Absent("why.absent.scorer");
    }
    LoanDecision now = given.value();
    Optional<KnownModel> model = models.find(now.getModelSha256());
    Optional<Interpretation> why =
        model.flatMap(known -> Interpretation.of(now, known.dictionary()));
    if (model.isEmpty() || why.isEmpty()) {
      return new Explanation.Absent("why.absent.model");
    }
    boolean same =
        now.getModelSha256().equals(decision.getModelSha256())
            && now.getRawScore() == decision.getRawScore();
    return new Explanation.MadeNow(why.get(), model.get(), now, same);
  }
}
