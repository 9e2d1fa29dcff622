package io.creditstream.scorer.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Forgets what a store of one task holds of decisions that were made longer ago than a retention.
 * It walks through the store in slices, again and again, so that no record waits long for it: what
 * has to go stays for at most one more walk, and nothing goes early.
 */
final class Forgetting {

  private final KeyValueStore<String, byte[]> store;
  private final Function<KeyValue<String, byte[]>, Instant> decidedAt;
  private final Duration retention;
  private final int slice;
  private @Nullable String next;

  /**
   * @param decidedAt when the decision of an entry was made
   * @param slice entries that are looked at in one step
   */
  Forgetting(
      KeyValueStore<String, byte[]> store,
      Function<KeyValue<String, byte[]>, Instant> decidedAt,
      Duration retention,
      int slice) {
    this.store = store;
    this.decidedAt = decidedAt;
    this.retention = retention;
    this.slice = slice;
  }

  /**
   * Looks at the next slice.
   *
   * @return how many entries were forgotten
   */
  int step(Instant now) {
    List<String> old = new ArrayList<>();
    Instant oldest = now.minus(retention);
    int seen = 0;
    String from = next;
    next = null;
    try (KeyValueIterator<String, byte[]> entries = store.range(from, null)) {
      while (entries.hasNext()) {
        KeyValue<String, byte[]> entry = entries.next();
        if (seen++ == slice) {
          next = entry.key;
          break;
        }
        if (decidedAt.apply(entry).isBefore(oldest)) {
          old.add(entry.key);
        }
      }
    }
    old.forEach(store::delete);
    return old.size();
  }
}
