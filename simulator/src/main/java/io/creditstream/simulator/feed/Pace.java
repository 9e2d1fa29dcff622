package io.creditstream.simulator.feed;

import java.util.concurrent.locks.LockSupport;

/** Holds a sender back so that it keeps to a rate. Not safe for many threads. */
final class Pace {

  private static final double NANOS = 1e9;

  private final double perSecond;
  private final long start = System.nanoTime();
  private long steps;

  /**
   * @param perSecond steps a second; infinity for as fast as possible
   */
  Pace(double perSecond) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("the rate must be above 0");
    }
    this.perSecond = perSecond;
  }

  /** Waits until the next step is due; returns early when the thread is interrupted. */
  void await() {
    long due = start + (long) (steps++ / perSecond * NANOS);
    for (long left = due - System.nanoTime();
        left > 0 && !Thread.currentThread().isInterrupted();
        left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
