package io.creditstream.standalone.run;

import io.creditstream.schemas.DecisionOutcome;
import java.io.PrintStream;
import java.util.Locale;

/** One line of figures: rewritten every second on a terminal, every ten elsewhere. */
final class LiveView {

  private static final int TICKS_WITHOUT_TERMINAL = 10;

  private static final long TICK_NANOS = 1_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private long ticks;
  private long tickedNanos;
  private long lastDecided;
  private long lastNanos = System.nanoTime();

  LiveView(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Shows the present figures if a second has gone by. */
  void tickIfDue(DecisionWatch watch, DriftFigures drift) {
    if (System.nanoTime() - tickedNanos >= TICK_NANOS) {
      tick(watch, drift);
    }
  }

  private void tick(DecisionWatch watch, DriftFigures drift) {
    ticks++;
    tickedNanos = System.nanoTime();
    if (!terminal && ticks % TICKS_WITHOUT_TERMINAL != 0) {
      return;
    }
    long now = System.nanoTime();
    long decided = watch.decided();
    double rate = (decided - lastDecided) / ((now - lastNanos) / 1e9);
    lastDecided = decided;
    lastNanos = now;
    String line =
        String.format(
            Locale.ROOT,
            "%,d applications  %,d approved  %,d referred  %,d declined  %.0f/s  p50 %.0f ms  p99"
                + " %.0f ms  drift %s (%d windows)",
            watch.sent(),
            watch.decided(DecisionOutcome.APPROVED),
            watch.decided(DecisionOutcome.REFERRED),
            watch.decided(DecisionOutcome.DECLINED),
            rate,
            watch.latencyMillis(50),
            watch.latencyMillis(99),
            drift.worst().toLowerCase(Locale.ROOT),
            drift.windowsClosed());
    out.print(terminal ? "\r" + line + "\u001b[K" : line + System.lineSeparator());
    out.flush();
  }

  /** Leaves the line. */
  void end() {
    if (terminal && ticks > 0) {
      out.println();
    }
  }
}
