package io.creditstream.model;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the users of something that must not be freed under their hands: it is freed once it is
 * closed and the last of them has left. Safe for use by many threads.
 */
final class UseCount {

  private final Runnable free;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Users at work, and one more until it is closed. */
  private final AtomicInteger users = new AtomicInteger(1);

  /**
   * @param free called once, by whoever leaves last
   */
  UseCount(Runnable free) {
    this.free = free;
  }

  /**
   * Begins to use it.
   *
   * @throws IllegalStateException if it is closed
   */
  void enter() {
    int present = users.get();
    while (present > 0 && !closed.get()) {
      if (users.compareAndSet(present, present + 1)) {
        return;
      }
      present = users.get();
    }
    throw new IllegalStateException("the model is closed");
  }

  /** Ends using it. */
  void leave() {
    if (users.decrementAndGet() == 0) {
      free.run();
    }
  }

  /** Lets nobody in any more. */
  void close() {
    if (closed.compareAndSet(false, true)) {
      leave();
    }
  }
}
