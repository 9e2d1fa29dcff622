package io.creditstream.service.process;

import java.time.Duration;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.RetriableException;

/**
 * What happens when a thread fails with an exception: it is replaced, or begins anew, after a
 * pause, unless that happened too often for another reason than waiting for something.
 *
 * @param firstPause pause before the first replacement; each further one doubles it
 * @param longestPause no pause is longer
 * @param limit replacements within {@code window} after which it is given up
 * @param window the time over which replacements count
 * @param waiting whether a cause means that something is down which is waited for, without limit
 */
public record RestartPolicy(
    Duration firstPause,
    Duration longestPause,
    int limit,
    Duration window,
    Predicate<Throwable> waiting) {

  public RestartPolicy {
    if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException("longestPause is shorter than firstPause");
    }
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit + " is below 1");
    }
    if (window.isZero() || window.isNegative()) {
      throw new IllegalArgumentException("window " + window + " is not positive");
    }
  }

  /**
   * Pauses from one second to thirty, ten replacements within ten minutes; brokers that are down
   * and what else the predicate accepts are waited for.
   */
  public static RestartPolicy waitingFor(Predicate<Throwable> waiting) {
    return new RestartPolicy(
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        10,
        Duration.ofMinutes(10),
        cause -> cause instanceof RetriableException || waiting.test(cause));
  }

  /** Whether any cause in the chain of the failure is one that is waited for. */
  public boolean isWaiting(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (waiting.test(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Pause before the replacement with the given number, counted from zero. */
  public Duration pause(int replacement) {
    Duration pause = firstPause;
    for (int i = 0; i < replacement && pause.compareTo(longestPause) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }
}
