package io.creditstream.drift.merging;

import io.creditstream.drift.store.LedgerStore;
import io.creditstream.schemas.DriftReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The last reports by model, segment and size, for those who ask after a restart. */
public final class ReportLedger {

  /** Reports kept of each. */
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
    long start = report.getWindowStart().toEpochMilli();
    long size = report.getWindowEnd().toEpochMilli() - start;
    String series =
        PREFIX
            + report.getModelSha256()
            + "/%013d/%04d/".formatted(size, report.getSegment().length())
            + report.getSegment()
            + "/";
    store.put(series + "%019d".formatted(start), bytes);
    List<String> keys = new ArrayList<>();
    store.scan(series, (key, value) -> keys.add(key));
    keys.stream().limit(Math.max(0, keys.size() - KEPT)).forEach(store::delete);
  }

  /** All reports kept, those of a model, a size and a segment together, the oldest first. */
  public List<DriftReport> all() {
    List<DriftReport> reports = new ArrayList<>();
    store.scan(PREFIX, (key, value) -> reports.add(reader.apply(value)));
    return reports;
  }
}
