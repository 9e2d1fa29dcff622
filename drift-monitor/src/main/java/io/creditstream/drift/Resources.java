package io.creditstream.drift;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an application has opened; closed in the reverse order, whatever fails. */
final class Resources implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** Takes a resource over. */
  synchronized <T extends AutoCloseable> T own(T resource) {
    opened.push(resource);
    return resource;
  }

  @Override
  public synchronized void close() {
    while (!opened.isEmpty()) {
      AutoCloseable resource = opened.pop();
      try {
        resource.close();
      } catch (Exception e) {
        LOG.atWarn()
            .setMessage("close failed")
            .addKeyValue("resource", resource.getClass().getSimpleName())
            .addKeyValue("exception", e.getClass().getName())
            .log();
      }
    }
  }
}
