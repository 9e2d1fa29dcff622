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
 * record waits long for it.
 *
 * <p>A slice is as large a part of the index as the time since the last step is of an eighth of the
 * retention, and at least a hundred entries. What has to go therefore stays for an eighth of the
 * retention more at most while the task stays where it is, since a task that is started anew begins
 * anew, and nothing goes early: with a steady inflow a task holds at most an eighth more than what
 * the retention asks for, and looks at eight or nine entries for each decision that it makes, or at
 * a hundred a second.
 */
final class Forgetting {

  private static final int WALKS_IN_RETENTION = 8;
  private static final int LEAST_SLICE = 100;

  /** No step makes up for a longer time, in which the thread stood still. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final KeyValueStore<String, byte[]> byClient;
  private final Duration retention;
  private @Nullable String next;
  private @Nullable Instant last;

  /**
   * @param byClient keys are the texts of {@link ClientDecisionKey}s
   */
  Forgetting(KeyValueStore<String, byte[]> byClient, Duration retention) {
    this.byClient = byClient;
    this.retention = retention;
  }

  /** Those of the next slice that are to be forgotten. */
  List<ClientDecisionKey> step(Instant now) {
    List<ClientDecisionKey> old = new ArrayList<>();
    Instant oldest = now.minus(retention);
    long slice = slice(now);
    long seen = 0;
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

  private long slice(Instant now) {
    Instant before = last;
    last = now;
    if (before == null) {
      return LEAST_SLICE;
    }
    long passed = Math.min(Duration.between(before, now).toMillis(), LONGEST.toMillis());
    double part = (double) passed * WALKS_IN_RETENTION / Math.max(1, retention.toMillis());
    return Math.max(LEAST_SLICE, (long) Math.ceil(byClient.approximateNumEntries() * part));
  }
}
