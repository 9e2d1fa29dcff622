package io.creditstream.advisor.web;

import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.Trait;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The values of traits for lists to choose from, read anew after half a minute. */
final class TraitValues {

  private static final Duration FRESH = Duration.ofSeconds(30);

  private final CaseReader reader;
  private Map<Trait, List<String>> known = Map.of();
  private long readAt;

  TraitValues(CaseReader reader) {
    this.reader = reader;
  }

  /** The values of each trait, in order. */
  synchronized Map<Trait, List<String>> all() {
    long now = System.nanoTime();
    if (known.isEmpty() || now - readAt > FRESH.toNanos()) {
      Map<Trait, List<String>> read = new EnumMap<>(Trait.class);
      for (Trait trait : Trait.values()) {
        read.put(trait, reader.values(trait));
      }
      // A store that is still empty is asked again at once.
      known = read.values().stream().allMatch(List::isEmpty) ? Map.of() : Map.copyOf(read);
      readAt = now;
      return read;
    }
    return known;
  }
}
