package io.creditstream.service.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A problem document (RFC 9457), the body of every answer that is an error.
 *
 * @param type URI reference that names the kind of problem; {@code about:blank} where the status
 *     says it all
 * @param status HTTP status code
 * @param title short summary of the kind of problem, the same for all of its occurrences
 * @param detail what is wrong this time and how to mend it, without personal data; may be empty
 * @param extensions further members, by name
 */
public record Problem(
    String type, int status, String title, String detail, Map<String, Object> extensions) {

  /** Media type of a problem document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Type of a problem that its status describes. */
  public static final String BLANK_TYPE = "about:blank";

  private static final int UNAVAILABLE = 503;
  private static final String RETRY_AFTER = "Retry-After";

  public Problem {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(detail, "detail");
    extensions = Map.copyOf(extensions);
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status " + status + " is not that of an error");
    }
  }

  /** A problem that its status describes. */
  public static Problem of(int status, String detail) {
    return new Problem(BLANK_TYPE, status, ReasonPhrases.of(status), detail, Map.of());
  }

  /** The members in the order of the RFC; the detail only where there is one. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", type);
    members.put("title", title);
    members.put("status", status);
    if (!detail.isEmpty()) {
      members.put("detail", detail);
    }
    members.putAll(extensions);
    return members;
  }

  /**
   * Makes this problem the answer to a request. What is unavailable (503) is so for now: the answer
   * says to try again in a second, unless another time was given.
   */
  public void answer(Context context) {
    if (status == UNAVAILABLE && !context.res().containsHeader(RETRY_AFTER)) {
      context.header(RETRY_AFTER, "1");
    }
    context.status(status).contentType(MEDIA_TYPE).result(ProblemWriter.json(this));
  }
}
