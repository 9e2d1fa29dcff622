package io.creditstream.service.process;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.errors.ApiException;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Tells a log of a failure by its kinds and where it arose. The message of a failure may hold what
 * must not be in a log, as may that of any of its causes, which libraries repeat; only what a
 * broker answered is told in full, since it knows no field of a record.
 */
public final class Failures {

  private static final int FRAMES = 12;

  private Failures() {}

  /**
   * Adds what may be told.
   *
   * @param log what is about to be logged
   */
  public static LoggingEventBuilder describe(LoggingEventBuilder log, Throwable failure) {
    List<Throwable> causes = causes(failure);
    Throwable root = causes.get(causes.size() - 1);
    return log.addKeyValue("exception", causes.stream().map(Failures::kind).collect(joining(" < ")))
        .addKeyValue("at", Arrays.stream(root.getStackTrace()).limit(FRAMES).toList());
  }

  private static String kind(Throwable failure) {
    String name = failure.getClass().getName();
    return failure instanceof ApiException ? name + " (" + failure.getMessage() + ")" : name;
  }

  /** From the failure to its root. */
  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable at = failure; at != null && !causes.contains(at); at = at.getCause()) {
      causes.add(at);
    }
    return causes;
  }
}
