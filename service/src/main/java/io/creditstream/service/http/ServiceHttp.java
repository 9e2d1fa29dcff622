package io.creditstream.service.http;

import io.creditstream.service.health.Health;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.FilterHolder;

/**
 * The HTTP server of a service. Beside the routes of its owner it has {@code /live} and {@code
 * /ready} (200, or 503 with the reasons as JSON) and {@code /metrics} (Prometheus text). Every
 * error is a problem document; no answer is cached or sniffed.
 */
public final class ServiceHttp implements AutoCloseable {

  private final Javalin server;
  private final String host;

  private ServiceHttp(Javalin server, String host) {
    this.server = server;
    this.host = host;
  }

  /**
   * Starts to listen.
   *
   * @param routes adds the routes of the owner
   * @throws HttpStartException when the address cannot be bound
   */
  public static ServiceHttp start(
      HttpSettings settings,
      Health health,
      PrometheusMeterRegistry registry,
      Consumer<JavalinDefaultRoutingApi> routes) {
    Javalin server =
        Javalin.create(config -> configure(config, settings, health, registry, routes));
    try {
      server.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      throw new HttpStartException(
          "cannot listen on "
              + settings.host()
              + ":"
              + settings.port()
              + ": end the process that holds the port or choose another one",
          e);
    }
    return new ServiceHttp(server, settings.host());
  }

  private static void configure(
      JavalinConfig config,
      HttpSettings settings,
      Health health,
      PrometheusMeterRegistry registry,
      Consumer<JavalinDefaultRoutingApi> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = settings.limits().maxBodyBytes();
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setIdleTimeout(settings.limits().silence().toMillis());
        });
    FilterHolder guard = new FilterHolder(new RequestGuard(settings.limits(), registry));
    config.jetty.modifyServletContextHandler(
        handler -> handler.addFilter(guard, "/*", EnumSet.of(DispatcherType.REQUEST)));
    config.routes.before(
        context ->
            context
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store"));
    ProblemPages.configure(config);
    StandardRoutes.add(config.routes, health, registry);
    routes.accept(config.routes);
  }

  /** The port on which the server listens. */
  public int port() {
    return server.port();
  }

  /** The address of the server, without a path. */
  public URI uri() {
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
  }

  /** Stops listening after the requests under way. */
  @Override
  public void close() {
    server.stop();
  }
}
