package io.creditstream.scorer.query;

import io.creditstream.features.history.ClientHistory;
import java.util.Optional;

/** What the stores of this process hold. */
public interface ScorerState {

  /**
   * The decision about an application; empty where this process holds none.
   *
   * @throws StateUnavailableException while the stores cannot be read
   */
  Optional<KnownDecision> decision(String applicationId);

  /**
   * The history of a client; empty where this process holds none.
   *
   * @throws StateUnavailableException while the stores cannot be read
   */
  ClientHistory history(String clientId);
}
