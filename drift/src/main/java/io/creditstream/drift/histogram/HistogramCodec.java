package io.creditstream.drift.histogram;

/**
 * Histograms as bytes: samples, number of cells, then the counts, each run of empty cells as a zero
 * and its length less one.
 */
public final class HistogramCodec {

  private HistogramCodec() {}

  /** Writes a histogram. */
  public static void write(VarintWriter out, WindowHistogram histogram) {
    out.write(histogram.samples()).write(histogram.cells());
    int cell = 0;
    while (cell < histogram.cells()) {
      long count = histogram.count(cell);
      out.write(count);
      int next = cell + 1;
      if (count == 0) {
        while (next < histogram.cells() && histogram.count(next) == 0) {
          next++;
        }
        out.write(next - cell - 1L);
      }
      cell = next;
    }
  }

  /** Reads a histogram. */
  public static WindowHistogram read(VarintReader in) {
    long samples = in.read();
    long[] counts = new long[Math.toIntExact(in.read())];
    int cell = 0;
    while (cell < counts.length) {
      long count = in.read();
      counts[cell++] = count;
      if (count == 0) {
        cell += Math.toIntExact(in.read());
      }
    }
    return new WindowHistogram(samples, counts);
  }
}
