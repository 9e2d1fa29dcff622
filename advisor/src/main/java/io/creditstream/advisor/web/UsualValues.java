package io.creditstream.advisor.web;

import io.creditstream.advisor.store.Comparisons;
import io.creditstream.advisor.store.Comparisons.Usual;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What accepted clients have of each feature, asked for anew after a minute. */
final class UsualValues {

  private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();

  private final Comparisons comparisons;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  private record Remembered(Optional<Usual> usual, long asOf) {}

  UsualValues(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  /** What is usual of these features; one that no accepted client has is left out. */
  Map<String, Usual> of(List<String> features) {
    long now = System.nanoTime();
    List<String> missing = new ArrayList<>();
    for (String feature : features) {
      Remembered known = remembered.get(feature);
      if (known == null || now - known.asOf() > FRESH_NANOS) {
        missing.add(feature);
      }
    }
    Map<String, Usual> found = comparisons.usual(missing);
    for (String feature : missing) {
      remembered.put(feature, new Remembered(Optional.ofNullable(found.get(feature)), now));
    }
    Map<String, Usual> usual = new HashMap<>();
    for (String feature : features) {
      Remembered known = remembered.get(feature);
      if (known != null) {
        known.usual().ifPresent(one -> usual.put(feature, one));
      }
    }
    return usual;
  }
}
