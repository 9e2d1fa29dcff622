package io.creditstream.scorer.decision;

import io.creditstream.scorer.model.ActiveModel;
import io.creditstream.scorer.model.DecisionModel;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one session open on the model that decides now. It belongs to one thread, so that a model
 * is never closed while it scores.
 */
public final class SessionHolder implements AutoCloseable {

  private final ActiveModel active;
  private @Nullable ScoringSession session;

  public SessionHolder(ActiveModel active) {
    this.active = active;
  }

  /** Whether a model is active. */
  public boolean hasModel() {
    return active.current().isPresent();
  }

  /**
   * A session on the active model, opened anew when the model has changed.
   *
   * @throws IllegalStateException while no model is active
   */
  public ScoringSession current() {
    DecisionModel model =
        active
            .current()
            .orElseThrow(() -> new IllegalStateException("no model is active: publish a champion"));
    ScoringSession open = session;
    if (open == null || open.model() != model) {
      close();
      open = ScoringSession.open(model);
      session = open;
    }
    return open;
  }

  @Override
  public void close() {
    ScoringSession open = session;
    session = null;
    if (open != null) {
      open.close();
    }
  }
}
