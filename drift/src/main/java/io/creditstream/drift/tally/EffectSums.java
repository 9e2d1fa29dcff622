package io.creditstream.drift.tally;

import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import java.util.Arrays;

/**
 * Sums of the sizes of contributions, feature by feature, over the decisions that carry any: those
 * that were not approved, and those for which an explanation was asked. Merges exactly in any
 * order. Not safe for threads.
 */
public final class EffectSums {

  private static final double ONE = 1 << 20;

  private long explained;
  private long[] sums = {};

  /** The sizes of the contributions of one decision, as whole multiples of 2⁻²⁰. */
  public static long[] sizes(double[] contributions) {
    return Arrays.stream(contributions).mapToLong(c -> Math.round(Math.abs(c) * ONE)).toArray();
  }

  /**
   * Adds a decision.
   *
   * @param sizes sizes of its contributions, in the order of the dictionary
   */
  public void add(long[] sizes) {
    add(1, sizes);
  }

  /** Adds all that another part summed. */
  public void merge(EffectSums other) {
    if (other.explained > 0) {
      add(other.explained, other.sums);
    }
  }

  private void add(long decisions, long[] more) {
    if (explained == 0) {
      sums = more.clone();
    } else if (sums.length != more.length) {
      throw new IllegalArgumentException(
          "effects of " + sums.length + " and of " + more.length + " features");
    } else {
      for (int i = 0; i < more.length; i++) {
        sums[i] += more[i];
      }
    }
    explained += decisions;
  }

  /** Decisions that carried contributions. */
  public long explained() {
    return explained;
  }

  /** Mean size of the contribution of each feature, in log-odds; empty where none was explained. */
  public double[] means() {
    return Arrays.stream(sums).mapToDouble(sum -> sum / ONE / explained).toArray();
  }

  /**
   * How differently two samples spread the weight over the features: half of Σ |s − r|, where s and
   * r are the shares of the features in all contributions; 0 for the same, 1 for none in common.
   */
  public static double distance(double[] means, double[] reference) {
    double all = Arrays.stream(means).sum();
    double allOfReference = Arrays.stream(reference).sum();
    if (all == 0 || allOfReference == 0) {
      return all == allOfReference ? 0 : 1;
    }
    double distance = 0;
    for (int i = 0; i < means.length; i++) {
      distance += Math.abs(means[i] / all - reference[i] / allOfReference) / 2;
    }
    return distance;
  }

  /** Writes the sums. */
  public void write(VarintWriter out) {
    out.write(explained).write(sums.length);
    for (long sum : sums) {
      out.write(sum);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static EffectSums read(VarintReader in) {
    EffectSums read = new EffectSums();
    read.explained = in.read();
    read.sums = new long[Math.toIntExact(in.read())];
    for (int i = 0; i < read.sums.length; i++) {
      read.sums[i] = in.read();
    }
    return read;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EffectSums that
        && explained == that.explained
        && Arrays.equals(sums, that.sums);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sums);
  }
}
