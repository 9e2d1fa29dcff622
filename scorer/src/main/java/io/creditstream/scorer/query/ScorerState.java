package io.creditstream.scorer.query;

import io.creditstream.features.history.ClientHistory;
import java.util.Optional;

/** What the stores of this process hold; of decisions those alone that no crash can take back. */
public interface ScorerState {

  /**
   * The decision about an application; empty where this process holds none that is committed. One
   * that is about to be superseded stays until the other one is committed.
   *
   * @throws StateUnavailableException while the stores cannot be read
   */
  Optional<KnownDecision> decision(String applicationId);

  /**
   * Decisions about a client, the newest first, as far as they are committed; none where this
   * process holds none.
   *
   * @param after position after which they follow, empty to begin with the newest
   * @param limit most of them
   * @throws StateUnavailableException while the stores cannot be read
   */
  DecisionSlice decisions(String clientId, String after, int limit);

  /**
   * The history of a client; empty where this process holds none.
   *
   * @throws StateUnavailableException while the stores cannot be read
   */
  ClientHistory history(String clientId);
}
