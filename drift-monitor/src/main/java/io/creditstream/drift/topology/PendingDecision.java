package io.creditstream.drift.topology;

import io.creditstream.drift.exchange.MessageCodec;
import io.creditstream.drift.histogram.CellList;
import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.window.ModelWindow;

/**
 * A decision that waits to be told to the merging side.
 *
 * @param epoch the flush that it waits for
 * @param mark how far its partition had come with it
 * @param window where it belongs
 * @param cells where it counts
 */
record PendingDecision(long epoch, PartitionMark mark, ModelWindow window, CellList cells) {

  byte[] toBytes() {
    VarintWriter out = new VarintWriter().write(epoch);
    mark.write(out);
    MessageCodec.write(out, window);
    return out.write(cells.layoutCells()).write(cells.gaps()).toBytes();
  }

  static PendingDecision fromBytes(byte[] bytes) {
    VarintReader in = new VarintReader(bytes);
    return new PendingDecision(
        in.read(),
        PartitionMark.read(in),
        MessageCodec.readWindow(in),
        new CellList(Math.toIntExact(in.read()), in.readBytes()));
  }
}
