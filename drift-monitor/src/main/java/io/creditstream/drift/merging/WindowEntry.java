package io.creditstream.drift.merging;

import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.window.ModelWindow;

/**
 * A window as the ledger keeps it.
 *
 * @param reported records that a report covers already; 0 for a window never reported
 * @param counts what was counted in it; in a window of a larger size that is the content of the
 *     smaller ones that are closed for good
 */
record WindowEntry(long reported, WindowCounts counts) {

  private static final String PREFIX = "open/";

  /** Prefix of the keys of all windows of a size. */
  static String prefix(long size) {
    return PREFIX + "%013d/".formatted(size);
  }

  /** Prefix of the keys of all windows. */
  static String prefix() {
    return PREFIX;
  }

  /** Keys sort by size, then by the start of the window. */
  static String key(ModelWindow window) {
    return prefix(window.size())
        + "%019d/%s/%s".formatted(window.start(), window.modelSha256(), window.segment());
  }

  static ModelWindow window(String key) {
    String[] parts = key.substring(PREFIX.length()).split("/", 4);
    return new ModelWindow(parts[2], parts[3], Long.parseLong(parts[1]), Long.parseLong(parts[0]));
  }

  byte[] toBytes() {
    VarintWriter out = new VarintWriter().write(reported);
    counts.write(out);
    return out.toBytes();
  }

  static WindowEntry fromBytes(byte[] bytes) {
    VarintReader in = new VarintReader(bytes);
    return new WindowEntry(in.read(), WindowCounts.read(in));
  }

  /** Records of an entry if no report covers them all, without reading the rest of it; else 0. */
  static OpenWindow open(String key, byte[] bytes) {
    VarintReader in = new VarintReader(bytes);
    long reported = in.read();
    long records = in.read();
    return new OpenWindow(window(key), records > reported ? records : 0);
  }
}
