package io.creditstream.drift.histogram;

import java.util.Arrays;

/** Ascending cells as the gaps between them, in seven bits a byte, low ones first. */
final class CellGaps {

  /** Gaps below it take two bytes at most. */
  private static final int TWO_BYTES = 1 << 14;

  private static final int MOST_BYTES = 5;

  private CellGaps() {}

  /** Whether a gap takes one byte or two is as good as random, so that it is not branched on. */
  static byte[] toBytes(int[] cells) {
    byte[] bytes = new byte[MOST_BYTES * cells.length];
    int size = 0;
    int last = 0;
    for (int cell : cells) {
      int gap = cell - last;
      last = cell;
      while (gap >= TWO_BYTES) {
        bytes[size++] = (byte) (gap & 0x7f | 0x80);
        gap >>>= 7;
      }
      int more = (0x7f - gap) >>> 31;
      bytes[size] = (byte) (gap & 0x7f | more << 7);
      bytes[size + more] = (byte) (gap >>> 7 * more);
      size += 1 + more;
    }
    return Arrays.copyOf(bytes, size);
  }

  static int[] fromBytes(byte[] bytes) {
    int[] cells = new int[bytes.length];
    int size = 0;
    int cell = 0;
    int at = 0;
    while (at < bytes.length) {
      int next = bytes[at++];
      int gap = next & 0x7f;
      for (int shift = 7; next < 0; shift += 7) {
        next = bytes[at++];
        gap |= (next & 0x7f) << shift;
      }
      cell += gap;
      cells[size++] = cell;
    }
    return Arrays.copyOf(cells, size);
  }
}
