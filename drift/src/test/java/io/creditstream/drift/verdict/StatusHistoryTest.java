package io.creditstream.drift.verdict;

import static io.creditstream.schemas.DriftStatus.ALERT;
import static io.creditstream.schemas.DriftStatus.INSUFFICIENT;
import static io.creditstream.schemas.DriftStatus.STABLE;
import static io.creditstream.schemas.DriftStatus.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.DriftStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusHistoryTest {

  private static final FeatureVerdict HIGH = new FeatureVerdict(ALERT, false, 0.1, 0.25);
  private static final FeatureVerdict RESTLESS = new FeatureVerdict(WARNING, false, 0.1, 0.25);
  private static final FeatureVerdict RAISED = new FeatureVerdict(WARNING, true, 0.1, 0.25);
  private static final FeatureVerdict QUIET = new FeatureVerdict(STABLE, true, 0.1, 0.25);
  private static final FeatureVerdict FEW = new FeatureVerdict(INSUFFICIENT, true, 0.1, 0.25);

  @Test
  void shouldOnlyWarnOnASingleWindow() {
    assertThat(statuses(QUIET, HIGH, QUIET, QUIET, HIGH))
        .containsExactly(STABLE, WARNING, STABLE, STABLE, WARNING);
  }

  @Test
  void shouldAlertOnTwoOfThreeWindows() {
    assertThat(statuses(HIGH, HIGH)).containsExactly(WARNING, ALERT);
    assertThat(statuses(HIGH, QUIET, HIGH)).containsExactly(WARNING, STABLE, ALERT);
  }

  @Test
  void shouldClearAfterThreeCalmWindowsInARow() {
    assertThat(statuses(HIGH, HIGH, QUIET, RESTLESS, QUIET, RAISED, QUIET, QUIET))
        .containsExactly(WARNING, ALERT, ALERT, ALERT, ALERT, ALERT, STABLE, STABLE);
  }

  @Test
  void shouldNotBeMovedByWindowsWithTooFewSamples() {
    assertThat(statuses(HIGH, FEW, FEW, HIGH, FEW, QUIET, QUIET, FEW, QUIET, FEW))
        .containsExactly(
            WARNING,
            INSUFFICIENT,
            INSUFFICIENT,
            ALERT,
            ALERT,
            ALERT,
            ALERT,
            ALERT,
            STABLE,
            INSUFFICIENT);
  }

  private static List<DriftStatus> statuses(FeatureVerdict... windows) {
    List<DriftStatus> statuses = new ArrayList<>();
    StatusHistory history = StatusHistory.start();
    for (FeatureVerdict window : windows) {
      history = history.next(window);
      statuses.add(history.status());
    }
    return statuses;
  }
}
