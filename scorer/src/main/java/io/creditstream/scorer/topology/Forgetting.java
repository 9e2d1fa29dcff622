package io.creditstream.scorer.topology;

import io.creditstream.scorer.decision.RecordedDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Forgets the decisions of one task that were made longer ago than a retention. It walks through
 * the store in slices, again and again, so that no record waits long for it: what has to go stays
 * for at most one more walk, and nothing goes early.
 */
final class Forgetting {

  private final KeyValueStore<String, byte[]> decisions;
  private final Duration retention;
  private final int slice;
  private @Nullable String next;

  /**
   * @param slice decisions that are looked at in one step
   */
  Forgetting(KeyValueStore<String, byte[]> decisions, Duration retention, int slice) {
    this.decisions = decisions;
    this.retention = retention;
    this.slice = slice;
  }

  /**
   * Looks at the next slice.
   *
   * @return how many decisions were forgotten
   */
  int step(Instant now) {
    List<String> old = new ArrayList<>();
    Instant oldest = now.minus(retention);
    int seen = 0;
    String from = next;
    next = null;
    try (KeyValueIterator<String, byte[]> entries = decisions.range(from, null)) {
      while (entries.hasNext()) {
        KeyValue<String, byte[]> entry = entries.next();
        if (seen++ == slice) {
          next = entry.key;
          break;
        }
        if (RecordedDecision.read(entry.value).decidedAt().isBefore(oldest)) {
          old.add(entry.key);
        }
      }
    }
    old.forEach(decisions::delete);
    return old.size();
  }
}
