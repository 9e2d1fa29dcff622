package io.creditstream.drift.merging;

import io.creditstream.schemas.DriftReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The last reports of every model, for those who ask after a restart. */
public final class ReportLedger {

  /** Reports kept of each model. */
  public static final int KEPT = 12;

  private static final String PREFIX = "report/";

  private final LedgerStore store;

  public ReportLedger(LedgerStore store) {
    this.store = store;
  }

  /** Keeps a report in place of an earlier one of the same window. */
  public void add(DriftReport report) {
    String model = PREFIX + report.getModelSha256() + "/";
    try {
      store.put(
          model + "%019d".formatted(report.getWindowStart().toEpochMilli()),
          report.toByteBuffer().array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> keys = new ArrayList<>();
    store.scan(model, (key, value) -> keys.add(key));
    keys.stream().limit(Math.max(0, keys.size() - KEPT)).forEach(store::delete);
  }

  /** All reports kept, model by model, the oldest first. */
  public List<DriftReport> all() {
    List<DriftReport> reports = new ArrayList<>();
    store.scan(PREFIX, (key, value) -> reports.add(read(value)));
    return reports;
  }

  private static DriftReport read(byte[] value) {
    try {
      return DriftReport.fromByteBuffer(ByteBuffer.wrap(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
