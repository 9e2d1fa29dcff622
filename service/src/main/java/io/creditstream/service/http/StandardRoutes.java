package io.creditstream.service.http;

import io.creditstream.service.health.Health;
import io.creditstream.service.health.HealthCheck;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;

/** The endpoints that every service has: {@code /live}, {@code /ready} and {@code /metrics}. */
final class StandardRoutes {

  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private StandardRoutes() {}

  static void add(
      JavalinDefaultRoutingApi routes, Health health, PrometheusMeterRegistry registry) {
    health.readiness().forEach(check -> show(check, registry));
    routes.get("/live", context -> answer(context, "live", health.whyNotAlive()));
    routes.get("/ready", context -> answer(context, "ready", health.whyNotReady()));
    routes.get(
        "/metrics",
        context -> context.contentType(PROMETHEUS_TEXT).result(registry.scrape(PROMETHEUS_TEXT)));
  }

  private static void show(HealthCheck check, PrometheusMeterRegistry registry) {
    Gauge.builder("creditstream.ready", check, one -> one.problem().get().isEmpty() ? 1 : 0)
        .description("Whether a check of the readiness is passed")
        .tag("check", check.name())
        .register(registry);
  }

  private static void answer(Context context, String state, Map<String, String> problems) {
    boolean well = problems.isEmpty();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", well ? state : "not " + state);
    body.put("reasons", problems);
    context
        .status(well ? 200 : 503)
        .contentType("application/json")
        .result(ProblemWriter.json(body));
  }
}
