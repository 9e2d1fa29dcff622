package io.creditstream.drift.reference;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets threads wait until another one has read everything that was there when they asked. Requests
 * are numbered; the reader answers all up to the number it saw before it looked for the end.
 */
final class CatchUp {

  private long asked;
  private long answered;
  private boolean ended;

  /** The newest request. */
  synchronized long asked() {
    return asked;
  }

  /** Whether a request is not answered yet. */
  synchronized boolean isDue(long request) {
    return request > answered;
  }

  /** Answers the requests up to this one if the end was reached. */
  synchronized void done(long request, boolean reachedEnd) {
    if (reachedEnd && request > answered) {
      answered = request;
      notifyAll();
    }
  }

  /** Lets nobody wait any more. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Asks and waits; whether an answer came in time. */
  synchronized boolean await(Duration longest) {
    long request = ++asked;
    long deadline = System.nanoTime() + longest.toNanos();
    try {
      while (answered < request && !ended) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answered >= request;
  }
}
