package io.creditstream.standalone.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells a run to come to its end: asked for by the person or the system, obeyed by the run. */
public final class StopSignal {

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch obeyed = new CountDownLatch(1);

  /** Asks the run to end. */
  public void request() {
    requested.countDown();
  }

  /** Whether the run has to end. */
  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  /** Says that everything is closed. */
  public void done() {
    obeyed.countDown();
  }

  /** Waits until everything is closed; returns whether it is. */
  public boolean awaitDone(Duration atMost) {
    try {
      return obeyed.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
