package io.creditstream.drift.exchange;

import io.creditstream.drift.exchange.MonitorMessage.Counted;
import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.window.ModelWindow;

/** Messages as bytes: a kind, then the members in their order. */
public final class MessageCodec {

  private static final int COUNTED = 1;
  private static final int PROGRESS = 2;

  private MessageCodec() {}

  /** Writes a message. */
  public static byte[] toBytes(MonitorMessage message) {
    VarintWriter out = new VarintWriter();
    if (message instanceof Counted counted) {
      out.write(COUNTED);
      write(out, counted.window());
      counted.counts().write(out);
    } else if (message instanceof Progress progress) {
      out.write(PROGRESS)
          .write(progress.partition())
          .writeSigned(progress.watermark())
          .write(progress.nextOffset())
          .write(progress.idle() ? 1 : 0);
    }
    return out.toBytes();
  }

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException if the bytes begin with no known kind
   */
  public static MonitorMessage fromBytes(byte[] bytes) {
    VarintReader in = new VarintReader(bytes);
    int kind = Math.toIntExact(in.read());
    return switch (kind) {
      case COUNTED -> new Counted(readWindow(in), WindowCounts.read(in));
      case PROGRESS ->
          new Progress(Math.toIntExact(in.read()), in.readSigned(), in.read(), in.read() == 1);
      default -> throw new IllegalArgumentException("no message of kind " + kind);
    };
  }

  /** Writes a window. */
  public static void write(VarintWriter out, ModelWindow window) {
    out.write(window.modelSha256())
        .write(window.segment())
        .write(window.start())
        .write(window.size());
  }

  /** Reads a window. */
  public static ModelWindow readWindow(VarintReader in) {
    return new ModelWindow(in.readText(), in.readText(), in.read(), in.read());
  }
}
