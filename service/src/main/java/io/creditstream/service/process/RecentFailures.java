package io.creditstream.service.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often something failed within the last while. Safe for threads. */
public final class RecentFailures {

  private final Duration window;
  private final InstantSource clock;
  private final Deque<Instant> recent = new ArrayDeque<>();

  /**
   * @param window how long a failure counts
   */
  public RecentFailures(Duration window, InstantSource clock) {
    this.window = window;
    this.clock = clock;
  }

  /** Notes a failure; returns how many there were within the window, this one with them. */
  public synchronized int count() {
    Instant now = clock.instant();
    recent.addLast(now);
    while (recent.getFirst().isBefore(now.minus(window))) {
      recent.removeFirst();
    }
    return recent.size();
  }
}
