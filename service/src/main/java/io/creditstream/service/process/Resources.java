package io.creditstream.service.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an application has opened; closed in the reverse order, whatever fails. */
public final class Resources implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  private Resources() {}

  /**
   * Builds an application that owns what it opens.
   *
   * @throws RuntimeException what the constructor throws, once all is closed that it had opened; an
   *     error as well
   */
  public static <T> T open(Function<Resources, T> constructor) {
    Resources resources = new Resources();
    try {
      return constructor.apply(resources);
    } catch (RuntimeException | Error e) {
      resources.close();
      throw e;
    }
  }

  /** Takes a resource over. */
  public synchronized <T extends AutoCloseable> T own(T resource) {
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
