package io.creditstream.drift.counting;

import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.segment.Traits;
import io.creditstream.drift.store.LedgerStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the applications of one partition, by their id: where the applicant belongs,
 * until the decision comes, and then the decision, until it is known what became of the loan and
 * for a retention in any case. Time is that of reading, by the clock of the machine.
 */
public final class ApplicationMemory {

  /** Longest time between an application and its decision. */
  private static final Duration UNDECIDED = Duration.ofDays(7);

  private static final String TRAITS = "traits/";
  private static final String DECISION = "decision/";

  private final LedgerStore store;
  private final Duration retention;
  private final int slice;
  private String next = "";

  /**
   * @param retention how long decisions are remembered
   * @param slice entries that are looked at in one step of forgetting
   */
  public ApplicationMemory(LedgerStore store, Duration retention, int slice) {
    this.store = store;
    this.retention = retention;
    this.slice = slice;
  }

  /** Notes where an applicant belongs. */
  public void note(String applicationId, Traits traits, long now) {
    VarintWriter out = new VarintWriter().write(now);
    traits.write(out);
    store.put(TRAITS + applicationId, out.toBytes());
  }

  /** Where an applicant belongs; it is forgotten with this. */
  Optional<Traits> take(String applicationId) {
    byte[] bytes = store.get(TRAITS + applicationId);
    if (bytes == null) {
      return Optional.empty();
    }
    store.delete(TRAITS + applicationId);
    VarintReader in = new VarintReader(bytes);
    in.read();
    return Optional.of(Traits.read(in));
  }

  /** Remembers a decision. */
  void remember(String applicationId, Remembered decision, long now) {
    VarintWriter out = new VarintWriter().write(now);
    decision.write(out);
    store.put(DECISION + applicationId, out.toBytes());
  }

  /** The decision about an application. */
  Optional<Remembered> find(String applicationId) {
    byte[] bytes = store.get(DECISION + applicationId);
    if (bytes == null) {
      return Optional.empty();
    }
    VarintReader in = new VarintReader(bytes);
    in.read();
    return Optional.of(Remembered.read(in));
  }

  /**
   * Forgets what is too old in the next slice of the store: it walks through all of it again and
   * again.
   *
   * @return how much was forgotten
   */
  public int forget(long now) {
    List<String> old = new ArrayList<>();
    int[] seen = {0};
    String from = next;
    next = "";
    store.scanFrom(
        from,
        (key, value) -> {
          if (seen[0]++ == slice) {
            next = key;
            return false;
          }
          Duration longest = key.startsWith(TRAITS) ? UNDECIDED : retention;
          if (now - new VarintReader(value).read() > longest.toMillis()) {
            old.add(key);
          }
          return true;
        });
    old.forEach(store::delete);
    return old.size();
  }
}
