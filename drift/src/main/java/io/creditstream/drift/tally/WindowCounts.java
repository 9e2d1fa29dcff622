package io.creditstream.drift.tally;

import io.creditstream.drift.histogram.HistogramCodec;
import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.histogram.WindowHistogram;

/**
 * All that was counted of a window, or of a part of it. Merges exactly in any order. Not safe for
 * threads.
 */
public final class WindowCounts {

  private final WindowHistogram histogram;
  private final EffectSums effects;
  private final Tally tally;
  private long records;

  private WindowCounts(long records, WindowHistogram histogram, EffectSums effects, Tally tally) {
    this.records = records;
    this.histogram = histogram;
    this.effects = effects;
    this.tally = tally;
  }

  /**
   * Nothing counted yet.
   *
   * @param cells number of cells of the layout of the model
   */
  public static WindowCounts empty(int cells) {
    return new WindowCounts(0, WindowHistogram.empty(cells), new EffectSums(), new Tally());
  }

  /** Counts of decisions in their cells, and nothing else. */
  public static WindowCounts of(WindowHistogram histogram) {
    WindowCounts counts = empty(histogram.cells());
    counts.histogram.merge(histogram);
    counts.records = histogram.samples();
    return counts;
  }

  /** Notes that one more record is counted, be it a decision or something about one. */
  public void countRecord() {
    records++;
  }

  /**
   * Adds all that another part counted.
   *
   * @throws IllegalArgumentException if its layout is another
   */
  public void merge(WindowCounts other) {
    records += other.records;
    histogram.merge(other.histogram);
    effects.merge(other.effects);
    tally.merge(other.tally);
  }

  /** A copy that changes by itself. */
  public WindowCounts copy() {
    WindowCounts copy = empty(histogram.cells());
    copy.merge(this);
    return copy;
  }

  /** Records counted: decisions and what came of them. */
  public long records() {
    return records;
  }

  /** Decisions counted. */
  public long decisions() {
    return histogram.samples();
  }

  /** Counts of the decisions in the bins of their features. */
  public WindowHistogram histogram() {
    return histogram;
  }

  /** Sizes of the contributions of the decisions that carry any. */
  public EffectSums effects() {
    return effects;
  }

  /** Everything else that was counted. */
  public Tally tally() {
    return tally;
  }

  /** Writes the counts, the number of records first. */
  public void write(VarintWriter out) {
    out.write(records);
    HistogramCodec.write(out, histogram);
    effects.write(out);
    tally.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static WindowCounts read(VarintReader in) {
    return new WindowCounts(
        in.read(), HistogramCodec.read(in), EffectSums.read(in), Tally.read(in));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WindowCounts that
        && records == that.records
        && histogram.equals(that.histogram)
        && effects.equals(that.effects)
        && tally.equals(that.tally);
  }

  @Override
  public int hashCode() {
    return histogram.hashCode();
  }
}
