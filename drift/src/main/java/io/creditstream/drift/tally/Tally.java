package io.creditstream.drift.tally;

import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whole numbers by name. Adding and merging only sum them, so the result is the same in whatever
 * order and by whatever parts they are done. Not safe for threads.
 */
public final class Tally {

  private final TreeMap<String, Long> counts = new TreeMap<>();

  /** Adds to a count, which begins at 0. */
  public Tally add(String name, long amount) {
    counts.merge(name, amount, Long::sum);
    return this;
  }

  /** Adds all counts of another tally. */
  public void merge(Tally other) {
    other.counts.forEach(this::add);
  }

  /** A count; 0 for a name that was never added to. */
  public long get(String name) {
    return counts.getOrDefault(name, 0L);
  }

  /** The counts whose names begin with a prefix, by the rest of their names, in its order. */
  public SortedMap<String, Long> below(String prefix) {
    TreeMap<String, Long> found = new TreeMap<>();
    for (Map.Entry<String, Long> entry : counts.tailMap(prefix).entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        break;
      }
      found.put(entry.getKey().substring(prefix.length()), entry.getValue());
    }
    return found;
  }

  /** Whether nothing was added. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Writes the counts: their number, then each name without what it shares with the one before. */
  public void write(VarintWriter out) {
    out.write(counts.size());
    String before = "";
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      String name = entry.getKey();
      int shared = shared(before, name);
      out.write(shared).write(name.substring(shared)).writeSigned(entry.getValue());
      before = name;
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Tally read(VarintReader in) {
    Tally tally = new Tally();
    String before = "";
    for (long left = in.read(); left > 0; left--) {
      String name = before.substring(0, Math.toIntExact(in.read())) + in.readText();
      tally.add(name, in.readSigned());
      before = name;
    }
    return tally;
  }

  private static int shared(String a, String b) {
    int most = Math.min(a.length(), b.length());
    int shared = 0;
    while (shared < most && a.charAt(shared) == b.charAt(shared)) {
      shared++;
    }
    // Half of a surrogate pair is no text.
    return shared > 0 && Character.isHighSurrogate(a.charAt(shared - 1)) ? shared - 1 : shared;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tally that && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
