package io.creditstream.drift.topology;

import io.creditstream.drift.counting.Addition;
import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;

/**
 * A record that waits to be told to the merging side.
 *
 * @param epoch the flush that it waits for
 * @param mark how far its partition had come with it
 * @param addition what it adds to the windows
 */
record PendingRecord(long epoch, PartitionMark mark, Addition addition) {

  byte[] toBytes() {
    VarintWriter out = new VarintWriter().write(epoch);
    mark.write(out);
    addition.write(out);
    return out.toBytes();
  }

  static PendingRecord fromBytes(byte[] bytes) {
    VarintReader in = new VarintReader(bytes);
    return new PendingRecord(in.read(), PartitionMark.read(in), Addition.read(in));
  }
}
