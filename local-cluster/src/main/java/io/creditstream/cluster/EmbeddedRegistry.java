package io.creditstream.cluster;

import io.creditstream.cluster.registry.RegistryRoutes;
import io.creditstream.cluster.registry.SchemaLog;
import io.creditstream.cluster.registry.SchemaStore;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small schema registry with the Confluent REST API in this process, on the loopback interface
 * alone, with a directory that outlives it. It keeps Avro schemas, of which all versions of a
 * subject read each other; ids are for good.
 */
public final class EmbeddedRegistry implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
  private static final int MAX_REQUEST_BYTES = 4 * 1024 * 1024;
  private static final int THREADS = 16;

  private final Javalin server;
  private final SchemaLog log;
  private final DirectoryLock lock;

  private EmbeddedRegistry(Javalin server, SchemaLog log, DirectoryLock lock) {
    this.server = server;
    this.log = log;
    this.lock = lock;
  }

  /**
   * Starts a registry; returns when it serves.
   *
   * @throws LocalClusterException if the directory is in use, not writable or holds something else,
   *     or the port is taken
   */
  public static EmbeddedRegistry start(RegistryOptions options) {
    DirectoryLock lock = DirectoryLock.take(options.directory());
    try {
      return start(options, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedRegistry start(RegistryOptions options, DirectoryLock lock) {
    SchemaLog log = open(options);
    try {
      Javalin server = serve(new RegistryRoutes(new SchemaStore(log)), options.port());
      LOG.atInfo().addKeyValue("port", server.port()).log("registry.started");
      return new EmbeddedRegistry(server, log, lock);
    } catch (RuntimeException e) {
      close(log);
      throw e;
    }
  }

  /** The base address that clients take. */
  public String url() {
    return "http://" + LoopbackPort.HOST + ":" + server.port();
  }

  /** Stops the registry and frees the directory. */
  @Override
  public void close() {
    try (lock) {
      server.stop();
      close(log);
    }
    LOG.atInfo().log("registry.stopped");
  }

  private static void close(SchemaLog log) {
    try {
      log.close();
    } catch (IOException e) {
      throw new LocalClusterException("the schema registry cannot close its file: restart", e);
    }
  }

  private static SchemaLog open(RegistryOptions options) {
    try {
      return SchemaLog.open(options.directory().resolve("schemas.jsonl"));
    } catch (IOException e) {
      throw new LocalClusterException(
          "the schemas in directory "
              + options.directory().toAbsolutePath()
              + " cannot be read: restore schemas.jsonl, or choose another directory",
          e);
    }
  }

  private static Javalin serve(RegistryRoutes routes, int port) {
    LoopbackPort.hold(port).close();
    try {
      return Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.startup.showOldJavalinVersionWarning = false;
                config.http.maxRequestSize = MAX_REQUEST_BYTES;
                config.jetty.threadPool = new QueuedThreadPool(THREADS, 2);
                routes.addTo(config.routes);
              })
          .start(LoopbackPort.HOST, port);
    } catch (JavalinBindException e) {
      throw LoopbackPort.inUse(port, e);
    }
  }
}
