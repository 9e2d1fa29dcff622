package io.creditstream.service.process;

import io.creditstream.service.health.Health;
import java.net.URI;

/** A long-running application that has started. */
public interface Application extends AutoCloseable {

  /** Where it listens. */
  URI uri();

  /** Whether it is alive and ready, and why not. */
  Health health();

  /** Ends everything; may be called more than once. */
  @Override
  void close();
}
