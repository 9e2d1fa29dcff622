package io.creditstream.drift.topology;

import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;

/**
 * How far a partition has come.
 *
 * @param watermark greatest event time seen, {@link Long#MIN_VALUE} for none
 * @param nextOffset offset behind the last record read
 */
record PartitionMark(long watermark, long nextOffset) {

  static final PartitionMark START = new PartitionMark(Long.MIN_VALUE, 0);

  /** The mark behind a record that counts. */
  PartitionMark counted(long eventTime, long offset) {
    return new PartitionMark(Math.max(watermark, eventTime), offset + 1);
  }

  /** The mark behind a record that does not count. */
  PartitionMark passed(long offset) {
    return new PartitionMark(watermark, offset + 1);
  }

  void write(VarintWriter out) {
    out.writeSigned(watermark).write(nextOffset);
  }

  static PartitionMark read(VarintReader in) {
    return new PartitionMark(in.readSigned(), in.read());
  }
}
