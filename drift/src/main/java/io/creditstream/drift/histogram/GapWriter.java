package io.creditstream.drift.histogram;

import io.creditstream.drift.histogram.FeatureCells.CellSink;
import java.util.Arrays;

/** Writes ascending cells as the gaps between them, in seven bits a byte, low ones first. */
final class GapWriter implements CellSink {

  /** Two cells a feature, and those of the score and of the joint distance, of at most 32 bits. */
  private static final int BYTES_A_FEATURE = 10;

  private final byte[] bytes;
  private int size;
  private int last;

  GapWriter(HistogramLayout layout) {
    this.bytes = new byte[BYTES_A_FEATURE * (layout.features().size() + 1)];
  }

  @Override
  public void accept(int cell) {
    int rest = cell - last;
    last = cell;
    while (rest > 0x7f) {
      bytes[size++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
