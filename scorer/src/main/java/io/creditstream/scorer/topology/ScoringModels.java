package io.creditstream.scorer.topology;

import io.creditstream.scorer.decision.ChallengerBudget;
import io.creditstream.scorer.model.ActiveModel;

/**
 * The models that score; safe for use by all threads.
 *
 * @param champion decides
 * @param challenger scores in the shadow, if there is one
 * @param budget how much time the challenger may take
 */
public record ScoringModels(ActiveModel champion, ActiveModel challenger, ChallengerBudget budget) {

  /** No challenger. */
  public static ScoringModels of(ActiveModel champion) {
    return new ScoringModels(champion, new ActiveModel(), ChallengerBudget.defaults());
  }
}
