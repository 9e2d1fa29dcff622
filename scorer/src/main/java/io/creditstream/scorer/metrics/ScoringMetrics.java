package io.creditstream.scorer.metrics;

import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.service.deadletter.DeadLetterReason;
import java.time.Duration;

/** What the scorer counts and measures. Nothing of it names a client. */
public interface ScoringMetrics {

  /**
   * An application was decided.
   *
   * @param model version of the model
   * @param scoring time from the sound application to its decision, its history read in between; of
   *     one that waited since it was last looked at
   * @param endToEnd time from the publication of the application until its decision was handed to
   *     the producer, which commits it later
   */
  void decided(DecisionOutcome outcome, String model, Duration scoring, Duration endToEnd);

  /** A record was set aside. */
  void deadLetter(String topic, DeadLetterReason reason);

  /** An application came again with the same content. */
  void duplicate();

  /** A record without value arrived. */
  void tombstone(String topic);

  /** From now on this model has the role. */
  void modelActive(String role, String version, String sha256);

  /** A bundle was refused. */
  void modelRefused(String role);

  /** No model has the role any more. */
  void modelWithdrawn(String role);

  /** The challenger said what it would have decided. */
  void challengerDecided(DecisionOutcome outcome, String model);

  /**
   * The challenger failed.
   *
   * @param reason {@code exception}, {@code slow} where it took too much time and is paused, or
   *     {@code close}
   */
  void challengerFailed(String reason);

  /**
   * The number of applications that wait for history changed.
   *
   * @param change how many more wait; negative for fewer
   */
  void waiting(int change);

  /** So many decisions were forgotten, being older than the retention. */
  void forgotten(int decisions);

  /** A category of an application had a level that the model has not seen in training. */
  void unseenCategory(String feature);

  /** A request to decide an application anew was dealt with. */
  void rescored(RescoreResult result);

  /** An application waited until its deadline, and was decided without a required source. */
  void historyRanOut();

  /** The challenger was left out while it was paused. */
  void challengerSkipped();
}
