package io.creditstream.service.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns every error into a problem document: those of the routes, those of Javalin and those of the
 * server below it. What an unexpected exception says stays inside, since it may hold personal data.
 */
final class ProblemPages {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);
  private static final String UNEXPECTED =
      "The service failed on this request; its log names the place";

  private ProblemPages() {}

  static void configure(JavalinConfig config) {
    config.routes.exception(ProblemException.class, (e, context) -> answer(e.problem(), context));
    config.routes.exception(
        HttpResponseException.class, (e, context) -> answer(ofJavalin(e, context), context));
    config.routes.exception(Exception.class, (e, context) -> unexpected(e, context));
    config.router.javaLangErrorHandler(ProblemPages::fatal);
    config.jetty.modifyServer(server -> server.setErrorHandler(ProblemPages::ofServer));
  }

  private static Problem ofJavalin(HttpResponseException e, Context context) {
    return switch (e.getStatus()) {
      case 404 -> Problem.of(404, "There is nothing at this path");
      case 405 ->
          new Problem(
              Problem.BLANK_TYPE,
              405,
              ReasonPhrases.of(405),
              "This path does not take " + context.method().name(),
              Map.of("allowed", allowed(e)));
      case 413 -> Problem.of(413, "The body is larger than this service reads");
      default -> Problem.of(e.getStatus() < 400 ? 500 : e.getStatus(), "");
    };
  }

  private static String allowed(HttpResponseException e) {
    return e.getDetails().getOrDefault("availableMethods", "");
  }

  private static void unexpected(Exception e, Context context) {
    log(e);
    answer(Problem.of(500, UNEXPECTED), context);
  }

  /** Never throws: Javalin would have what is thrown here handled here again, without end. */
  private static void answer(Problem problem, Context context) {
    try {
      problem.answer(context);
    } catch (RuntimeException e) {
      LOG.atDebug().setMessage("nobody to answer").log();
    }
  }

  private static void fatal(HttpServletResponse response, Error error) {
    log(error);
    response.setStatus(500);
    response.setContentType(Problem.MEDIA_TYPE);
    try {
      byte[] body =
          ProblemWriter.json(Problem.of(500, UNEXPECTED)).getBytes(StandardCharsets.UTF_8);
      response.getOutputStream().write(body);
    } catch (IOException e) {
      LOG.atDebug().setMessage("client gone").log();
    }
  }

  private static void log(Throwable error) {
    StackTraceElement[] trace = error.getStackTrace();
    LOG.atError()
        .setMessage("request failed")
        .addKeyValue("exception", error.getClass().getName())
        .addKeyValue("at", trace.length == 0 ? "unknown" : trace[0])
        .log();
  }

  private static boolean ofServer(Request request, Response response, Callback callback) {
    int status = Math.max(400, response.getStatus());
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    byte[] body = ProblemWriter.json(Problem.of(status, "")).getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }
}
