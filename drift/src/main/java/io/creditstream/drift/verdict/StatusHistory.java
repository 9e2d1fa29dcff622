package io.creditstream.drift.verdict;

import io.creditstream.schemas.DriftStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * The lasting status of one feature: an alert rises when {@link #RISE} of the last {@link #WINDOWS}
 * windows said so, and ends when all of the last {@link #WINDOWS} were calm. Windows with too few
 * samples leave it as it is.
 *
 * @param alerting whether an alert stands
 * @param status what to show after the last window
 * @param recent the last windows with enough samples, oldest first, at most {@link #WINDOWS}
 */
public record StatusHistory(boolean alerting, DriftStatus status, List<Seen> recent) {

  /** Windows that are looked back on. */
  public static final int WINDOWS = 3;

  /** Windows of these that an alert takes to rise. */
  public static final int RISE = 2;

  public StatusHistory {
    recent = List.copyOf(recent);
    if (recent.size() > WINDOWS) {
      throw new IllegalArgumentException("more than " + WINDOWS + " windows are remembered");
    }
  }

  /**
   * What is remembered of a window.
   *
   * @param alert whether its verdict was an alert
   * @param calm whether it was calm
   */
  public record Seen(boolean alert, boolean calm) {}

  /** The history before the first window. */
  public static StatusHistory start() {
    return new StatusHistory(false, DriftStatus.INSUFFICIENT, List.of());
  }

  /** The history after one more window. */
  public StatusHistory next(FeatureVerdict window) {
    if (window.verdict() == DriftStatus.INSUFFICIENT) {
      return new StatusHistory(
          alerting, alerting ? DriftStatus.ALERT : DriftStatus.INSUFFICIENT, recent);
    }
    List<Seen> seen = new ArrayList<>(recent);
    seen.add(new Seen(window.verdict() == DriftStatus.ALERT, window.calm()));
    if (seen.size() > WINDOWS) {
      seen.remove(0);
    }
    boolean alert = alerting ? !allCalm(seen) : alerts(seen) >= RISE;
    return new StatusHistory(alert, shown(alert, window.verdict()), seen);
  }

  private static boolean allCalm(List<Seen> seen) {
    return seen.size() == WINDOWS && seen.stream().allMatch(Seen::calm);
  }

  private static long alerts(List<Seen> seen) {
    return seen.stream().filter(Seen::alert).count();
  }

  /** A single window over the limit is worth a warning, not yet an alert. */
  private static DriftStatus shown(boolean alert, DriftStatus verdict) {
    if (alert) {
      return DriftStatus.ALERT;
    }
    return verdict == DriftStatus.ALERT ? DriftStatus.WARNING : verdict;
  }
}
