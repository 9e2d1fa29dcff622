package io.creditstream.drift.exchange;

import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.window.ModelWindow;

/** What the counting side tells the merging side. */
public sealed interface MonitorMessage {

  /**
   * Records of one partition that were not told before.
   *
   * @param window the window they belong to, of the smallest size
   * @param counts what was counted
   */
  record Counted(ModelWindow window, WindowCounts counts) implements MonitorMessage {}

  /**
   * How far one partition has come; everything before was told.
   *
   * @param partition partition of the decisions
   * @param watermark greatest event time seen on it, milliseconds since 1970; {@link
   *     Long#MIN_VALUE} for none
   * @param nextOffset offset behind the last record read; 0 for none
   * @param idle whether it has been silent for so long that nobody should wait for it
   */
  record Progress(int partition, long watermark, long nextOffset, boolean idle)
      implements MonitorMessage {}
}
