package io.creditstream.drift.merging;

import static io.creditstream.schemas.DriftStatus.ALERT;
import static io.creditstream.schemas.DriftStatus.INSUFFICIENT;
import static io.creditstream.schemas.DriftStatus.STABLE;
import static io.creditstream.schemas.DriftStatus.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.store.MapLedger;
import io.creditstream.drift.verdict.FeatureVerdict;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.schemas.DriftStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusLedgerTest {

  private static final FeatureVerdict HIGH = new FeatureVerdict(ALERT, false, 0.1, 0.25);
  private static final FeatureVerdict QUIET = new FeatureVerdict(STABLE, true, 0.1, 0.25);

  private static final FeatureVerdict FEW = new FeatureVerdict(INSUFFICIENT, true, 0.1, 0.25);

  private final MapLedger store = new MapLedger();
  private StatusLedger statuses = new StatusLedger(store);

  @Test
  void shouldRememberAcrossRestarts() {
    advance(0, HIGH);
    statuses = new StatusLedger(store);

    assertThat(advance(100, HIGH)).containsExactly(ALERT, STABLE);
  }

  @Test
  void shouldNotCountAWindowTwiceThatIsReportedAgain() {
    advance(0, QUIET);

    assertThat(advance(100, HIGH)).containsExactly(WARNING, STABLE);
    assertThat(advance(100, HIGH)).containsExactly(WARNING, STABLE);
    assertThat(advance(100, QUIET)).containsExactly(STABLE, STABLE);
  }

  @Test
  void shouldFindThePlaceOfAWindowThatIsReportedAfterALaterOne() {
    advance(100, FEW);
    advance(200, FEW);
    assertThat(advance(100, HIGH)).as("after the window itself").containsExactly(WARNING, STABLE);

    assertThat(advance(200, HIGH)).containsExactly(ALERT, STABLE);
  }

  @Test
  void shouldLearnNothingFromWindowsOlderThanThoseKept() {
    for (int window = 1; window < 12; window++) {
      advance(100L * window, QUIET);
    }

    assertThat(advance(100, HIGH)).containsExactly(STABLE, STABLE);
    assertThat(advance(1_200, HIGH)).containsExactly(WARNING, STABLE);
  }

  @Test
  void shouldKeepModelsApart() {
    advance(0, HIGH);

    assertThat(statuses.advance(new ModelWindow("other", 100, 100), List.of(HIGH)))
        .containsExactly(WARNING);
  }

  @Test
  void shouldKeepSizesAndSegmentsApart() {
    advance(0, HIGH);

    assertThat(statuses.advance(new ModelWindow("model", 0, 300), List.of(HIGH, QUIET)))
        .containsExactly(WARNING, STABLE);
    assertThat(statuses.advance(new ModelWindow("model", "cash", 100, 100), List.of(HIGH, QUIET)))
        .containsExactly(WARNING, STABLE);
  }

  private List<DriftStatus> advance(long start, FeatureVerdict first) {
    return statuses.advance(new ModelWindow("model", start, 100), List.of(first, QUIET));
  }
}
