package io.creditstream.drift.merging;

import io.creditstream.schemas.DriftReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The last reports of every model, for those who ask after a restart. */
public final class ReportLedger {

  /** Reports kept of each model. */
  public static final int KEPT = 12;

  private static final String PREFIX = "report/";

  private final LedgerStore store;
  private final Function<byte[], DriftReport> reader;

  /**
   * @param reader reads a report from its bytes
   */
  public ReportLedger(LedgerStore store, Function<byte[], DriftReport> reader) {
    this.store = store;
    this.reader = reader;
  }

  /**
   * Keeps a report in place of an earlier one of the same window.
   *
   * @param bytes the report as the reader takes it
   */
  public void add(DriftReport report, byte[] bytes) {
    String model = PREFIX + report.getModelSha256() + "/";
    store.put(model + "%019d".formatted(report.getWindowStart().toEpochMilli()), bytes);
    List<String> keys = new ArrayList<>();
    store.scan(model, (key, value) -> keys.add(key));
    keys.stream().limit(Math.max(0, keys.size() - KEPT)).forEach(store::delete);
  }

  /** All reports kept, model by model, the oldest first. */
  public List<DriftReport> all() {
    List<DriftReport> reports = new ArrayList<>();
    store.scan(PREFIX, (key, value) -> reports.add(reader.apply(value)));
    return reports;
  }
}
