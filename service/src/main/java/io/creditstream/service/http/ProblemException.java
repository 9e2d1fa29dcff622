package io.creditstream.service.http;

import java.util.Map;

/** Ends a request with a problem document. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.title(), null, false, false);
    this.problem = problem;
  }

  /** Ends a request with a status and a detail that says how to mend it. */
  public ProblemException(int status, String detail) {
    this(Problem.of(status, detail));
  }

  /** Ends a request with a status, a detail and further members. */
  public ProblemException(int status, String detail, Map<String, Object> extensions) {
    this(new Problem(Problem.BLANK_TYPE, status, ReasonPhrases.of(status), detail, extensions));
  }

  public Problem problem() {
    return problem;
  }
}
