package io.creditstream.drift.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.Reports;
import io.creditstream.drift.window.NewestModels;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DriftBoardTest {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  private final DriftBoard board = new DriftBoard(Duration.ofMinutes(5));

  @Test
  void shouldShowTheModelsThatDecidedLastAndNoMore() {
    for (int model = 0; model < 20; model++) {
      board.closed(report(model, model, 700));
      board.closed(report(0, model, 0));
    }

    assertThat(board.series())
        .hasSize(NewestModels.KEPT)
        .extracting(DriftSeries::modelSha256)
        .doesNotContain("sha0")
        .endsWith("sha18", "sha19");
  }

  @Test
  void shouldPutTheModelThatDecidedLastBehindOneOfWhichOutcomesBecameKnown() {
    board.closed(report(1, 1, 700));
    board.closed(report(2, 2, 700));
    board.closed(report(1, 3, 0));

    assertThat(board.series()).extracting(DriftSeries::modelSha256).containsExactly("sha1", "sha2");
  }

  @Test
  void shouldCountEachWindowOnceHoweverManyThereWere() {
    for (int window = 0; window < 3_000; window++) {
      board.closed(report(1, window, 700));
      board.closed(report(1, window, 701));
    }

    assertThat(board.windowsClosed()).isEqualTo(3_000);
  }

  private static DriftReport report(int model, int window, long decisions) {
    DriftReport report = Reports.of(START.plusSeconds(300L * window), DriftStatus.STABLE);
    report.setModelSha256("sha" + model);
    report.setSamples(decisions);
    return report;
  }
}
