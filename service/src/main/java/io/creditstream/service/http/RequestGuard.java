package io.creditstream.service.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests beyond the limits before anything is done for them, and gives up those whose
 * body is not sent in time.
 */
final class RequestGuard implements Filter {

  private static final Set<String> WITHOUT_LIMIT = Set.of("/live", "/ready", "/metrics");
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVICE_UNAVAILABLE = 503;

  private final Semaphore slots;
  private final @Nullable CallerRates rates;
  private final CallerNames callers;
  private final Duration silence;
  private final Counter beyondRate;
  private final Counter beyondSlots;

  RequestGuard(RequestLimits limits, MeterRegistry registry) {
    this.slots = new Semaphore(limits.concurrent());
    this.rates =
        limits.perSecond() == 0
            ? null
            : new CallerRates(limits.perSecond(), limits.burst(), System::nanoTime);
    this.callers = new CallerNames(limits.callerHeader());
    this.silence = limits.silence();
    this.beyondRate = refusals("rate", registry);
    this.beyondSlots = refusals("concurrency", registry);
  }

  private static Counter refusals(String reason, MeterRegistry registry) {
    return Counter.builder("creditstream.requests.refused")
        .description("Requests beyond a limit of the API")
        .tag("reason", reason)
        .register(registry);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (WITHOUT_LIMIT.contains(asked.getRequestURI())) {
      chain.doFilter(request, response);
      return;
    }
    int seconds = rates == null ? 0 : rates.ask(callers.of(asked));
    if (seconds > 0) {
      beyondRate.increment();
      refuse(response, TOO_MANY_REQUESTS, seconds, "You ask more often than this service allows");
    } else if (!slots.tryAcquire()) {
      beyondSlots.increment();
      refuse(response, SERVICE_UNAVAILABLE, 1, "This service answers too many requests at once");
    } else {
      try {
        chain.doFilter(new TimelyBody(asked, silence), response);
      } finally {
        slots.release();
      }
    }
  }

  private static void refuse(ServletResponse response, int status, int seconds, String why)
      throws IOException {
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setStatus(status);
    answer.setContentType(Problem.MEDIA_TYPE);
    answer.setHeader("Retry-After", Integer.toString(seconds));
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Cache-Control", "no-store");
    String body = ProblemWriter.json(Problem.of(status, why + ": try again in " + seconds + " s"));
    answer.getOutputStream().write(body.getBytes(UTF_8));
  }
}
