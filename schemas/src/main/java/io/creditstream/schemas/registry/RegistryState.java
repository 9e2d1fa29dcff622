package io.creditstream.schemas.registry;

import java.time.Instant;

/** Whether the schema registry can be reached, as far as the last request knows. */
public sealed interface RegistryState {

  /** The last request was answered, or none was made yet. */
  record Reachable() implements RegistryState {}

  /**
   * Requests are waiting for the registry, or gave up waiting.
   *
   * @param since when the first unanswered request failed
   * @param reason one line on why
   */
  record Waiting(Instant since, String reason) implements RegistryState {}
}
