package io.creditstream.drift.merging;

import io.creditstream.drift.histogram.HistogramCodec;
import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.histogram.WindowHistogram;
import io.creditstream.drift.window.ModelWindow;

/**
 * A window as the ledger keeps it.
 *
 * @param reported samples that a report covers already; 0 for a window never reported
 * @param histogram its counts
 */
record WindowEntry(long reported, WindowHistogram histogram) {

  static final String PREFIX = "window/";

  /** Keys sort by the start of the window. */
  static String key(ModelWindow window) {
    return PREFIX + "%019d/%s".formatted(window.start(), window.modelSha256());
  }

  static ModelWindow window(String key) {
    String[] parts = key.substring(PREFIX.length()).split("/", 2);
    return new ModelWindow(parts[1], Long.parseLong(parts[0]));
  }

  byte[] toBytes() {
    VarintWriter out = new VarintWriter().write(reported);
    HistogramCodec.write(out, histogram);
    return out.toBytes();
  }

  static WindowEntry fromBytes(byte[] bytes) {
    VarintReader in = new VarintReader(bytes);
    return new WindowEntry(in.read(), HistogramCodec.read(in));
  }

  /** Samples of an entry that no report covers, without reading the rest of it. */
  static OpenWindow open(String key, byte[] bytes) {
    VarintReader in = new VarintReader(bytes);
    long reported = in.read();
    long samples = in.read();
    return new OpenWindow(window(key), samples > reported ? samples : 0);
  }

  boolean isOpen() {
    return histogram.samples() > reported;
  }
}
