package io.creditstream.scorer.topology;

import io.creditstream.scorer.decision.ClientDecisionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Finds what one task holds of decisions that were made longer ago than a retention. It walks
 * through the index by client, whose keys tell the time, in slices, again and again, so that no
 * record waits long for it: what has to go stays for at most one more walk, and nothing goes early.
 */
final class Forgetting {

  private final KeyValueStore<String, byte[]> byClient;
  private final Duration retention;
  private final int slice;
  private @Nullable String next;

  /**
   * @param byClient keys are the texts of {@link ClientDecisionKey}s
   * @param slice entries that are looked at in one step
   */
  Forgetting(KeyValueStore<String, byte[]> byClient, Duration retention, int slice) {
    this.byClient = byClient;
    this.retention = retention;
    this.slice = slice;
  }

  /** Those of the next slice that are to be forgotten. */
  List<ClientDecisionKey> step(Instant now) {
    List<ClientDecisionKey> old = new ArrayList<>();
    Instant oldest = now.minus(retention);
    int seen = 0;
    String from = next;
    next = null;
    try (KeyValueIterator<String, byte[]> entries = byClient.range(from, null)) {
      while (entries.hasNext()) {
        String text = entries.next().key;
        if (seen++ == slice) {
          next = text;
          break;
        }
        ClientDecisionKey key = ClientDecisionKey.read(text);
        if (key.decidedAt().isBefore(oldest)) {
          old.add(key);
        }
      }
    }
    return old;
  }
}
