package io.creditstream.service.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that was probably meant. */
public final class NearestName {

  private NearestName() {}

  /**
   * The known name with the fewest changed characters, if fewer than half of them changed; the case
   * and underscores do not count.
   */
  public static Optional<String> of(String name, Collection<String> known) {
    String plain = plain(name);
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(plain, plain(candidate))))
        .filter(candidate -> 2 * distance(plain, plain(candidate)) < Math.max(plain.length(), 1));
  }

  private static String plain(String name) {
    String bounded = name.length() > 100 ? name.substring(0, 100) : name;
    return bounded.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's distance: insertions, deletions and replacements. */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
