package io.creditstream.standalone.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A short wait between two looks at a state. */
final class Pause {

  private Pause() {}

  static void of(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }
}
