package io.creditstream.drift.merging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.Reports;
import io.creditstream.drift.store.MapLedger;
import io.creditstream.drift.window.NewestModels;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportLedgerTest {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private static final int MODELS = 3 * NewestModels.KEPT;

  private final Map<String, DriftReport> written = new HashMap<>();
  private final MapLedger store = new MapLedger();
  private final ReportLedger ledger = ledger(store);

  @Test
  void shouldKeepTheModelsThatDecidedLastAndCountWhatGaveWay() {
    int dropped = 0;
    for (int model = 0; model < MODELS; model++) {
      dropped += add(ledger, model, 2 * model, 700);
      dropped += add(ledger, model, 2 * model + 1, 700);
    }

    assertThat(store.size()).isEqualTo(2 * NewestModels.KEPT);
    assertThat(dropped).isEqualTo(2 * (MODELS - NewestModels.KEPT));
    assertThat(ledger.all())
        .extracting(DriftReport::getModelSha256)
        .doesNotContain(name(MODELS - NewestModels.KEPT - 1))
        .contains(name(MODELS - NewestModels.KEPT), name(MODELS - 1));
  }

  @Test
  void shouldNotLetOutcomesOfOldLoansDriveOutAModelThatDecides() {
    IntStream.range(0, NewestModels.KEPT).forEach(model -> add(ledger, model, model, 700));

    int dropped = add(ledger, 99, 1_000, 0);

    assertThat(dropped).as("the report itself").isEqualTo(1);
    assertThat(ledger.all()).extracting(DriftReport::getModelSha256).doesNotContain(name(99));
  }

  @Test
  void shouldTrimAStoreThatHoldsMoreModels() {
    for (int model = 0; model < MODELS; model++) {
      MapLedger one = new MapLedger();
      // By the alphabet, in which the store is read, the newest comes first.
      add(ledger(one), MODELS - model, model, 700);
      add(ledger(one), MODELS - model, model + 1, 700);
      one.scan("", store::put);
    }

    assertThat(ledger.all())
        .hasSize(2 * NewestModels.KEPT)
        .extracting(DriftReport::getModelSha256)
        .contains(name(1), name(NewestModels.KEPT));
    assertThat(store.size()).isEqualTo(2 * NewestModels.KEPT);
  }

  private int add(ReportLedger to, int model, int window, long decisions) {
    DriftReport report = Reports.of(START.plusSeconds(300L * window), DriftStatus.STABLE);
    report.setModelSha256(name(model));
    report.setSamples(decisions);
    String id = model + "/" + window;
    written.put(id, report);
    return to.add(report, id.getBytes(UTF_8));
  }

  private ReportLedger ledger(MapLedger in) {
    return new ReportLedger(in, bytes -> written.get(new String(bytes, UTF_8)));
  }

  private static String name(int model) {
    return "%064d".formatted(model);
  }
}
