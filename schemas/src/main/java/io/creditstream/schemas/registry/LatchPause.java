package io.creditstream.schemas.registry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses in real time. */
final class LatchPause implements Pause {

  private final CountDownLatch ended = new CountDownLatch(1);

  @Override
  public boolean endedWithin(Duration time) throws InterruptedException {
    return ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void end() {
    ended.countDown();
  }
}
