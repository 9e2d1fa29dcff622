package io.creditstream.schemas.registry;

import java.time.Duration;

/** Pauses that can be ended for good. */
interface Pause {

  /**
   * Pauses for a time.
   *
   * @return whether the pauses were ended before it was over
   */
  boolean endedWithin(Duration time) throws InterruptedException;

  /** Ends this and all later pauses. */
  void end();
}
