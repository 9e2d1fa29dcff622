package io.creditstream.drift.window;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which models decided last, in event time. A model of long ago has windows too while outcomes of
 * its loans become known; without a decision in them it comes after all that decide.
 */
public final class NewestModels {

  /** Models of which closed windows are kept. */
  public static final int KEPT = 8;

  private record Last(Instant decided, Instant window) {

    Last later(Last other) {
      return new Last(max(decided, other.decided), max(window, other.window));
    }

    private static Instant max(Instant a, Instant b) {
      return a.isAfter(b) ? a : b;
    }
  }

  private static final Comparator<Map.Entry<String, Last>> OLDEST_FIRST =
      Comparator.comparing((Map.Entry<String, Last> entry) -> entry.getValue().decided())
          .thenComparing(entry -> entry.getValue().window())
          .thenComparing(Map.Entry::getKey);

  private final int most;
  private final Map<String, Last> models = new HashMap<>();

  /**
   * @param most models that are kept
   */
  public NewestModels(int most) {
    this.most = most;
  }

  /**
   * Notes a window.
   *
   * @param model SHA-256 of the model
   * @param decisions decisions in it
   */
  public void saw(String model, Instant start, long decisions) {
    models.merge(model, new Last(decisions > 0 ? start : Instant.MIN, start), Last::later);
  }

  /** Forgets the models beyond the number that is kept, and returns them. */
  public List<String> trim() {
    List<String> surplus =
        models.entrySet().stream()
            .sorted(OLDEST_FIRST)
            .limit(Math.max(0, models.size() - most))
            .map(Map.Entry::getKey)
            .toList();
    surplus.forEach(models::remove);
    return surplus;
  }

  /** The models from the one that decided longest ago to the one that decided last. */
  public List<String> oldestFirst() {
    return models.entrySet().stream().sorted(OLDEST_FIRST).map(Map.Entry::getKey).toList();
  }

  /** Forgets all. */
  public void clear() {
    models.clear();
  }
}
