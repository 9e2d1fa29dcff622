package io.creditstream.drift.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names bins that are right-closed by their edges. */
final class EdgeWords {

  private EdgeWords() {}

  /**
   * A name for each bin, in ascending order. A bin that is a single double wide is named by its
   * value, and the one before it ends below that value, however close its edge is.
   *
   * @param edges inner edges, ascending
   */
  static List<String> of(double[] edges) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < edges.length; i++) {
      if (i > 0 && Math.nextUp(edges[i - 1]) == edges[i]) {
        names.add("exactly " + number(edges[i]));
      } else if (i + 1 < edges.length && Math.nextUp(edges[i]) == edges[i + 1]) {
        names.add("below " + number(edges[i + 1]));
      } else {
        names.add("up to " + number(edges[i]));
      }
    }
    names.add(edges.length == 0 ? "any value" : "above " + number(edges[edges.length - 1]));
    return names;
  }

  /** Four digits are enough to read. */
  private static String number(double value) {
    double size = Math.abs(value);
    return size >= 1e4 || size == 0 || size == Math.rint(size)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
