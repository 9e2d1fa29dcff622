package io.creditstream.drift.merging;

import io.creditstream.drift.store.LedgerStore;
import io.creditstream.drift.window.NewestModels;
import io.creditstream.schemas.DriftReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The last reports by model, segment and size, for those who ask after a restart; those of the
 * {@link NewestModels#KEPT} models that decided last.
 */
public final class ReportLedger {

  /** Reports kept of each. */
  public static final int KEPT = 12;

  private static final String PREFIX = "report/";

  private final LedgerStore store;
  private final Function<byte[], DriftReport> reader;
  private @Nullable NewestModels models;

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
   * @return reports of models that gave way to newer ones: of an old model this may be the report
   *     itself
   */
  public int add(DriftReport report, byte[] bytes) {
    NewestModels known = models();
    long start = report.getWindowStart().toEpochMilli();
    long size = report.getWindowEnd().toEpochMilli() - start;
    String series =
        ofModel(report.getModelSha256())
            + "%013d/%04d/".formatted(size, report.getSegment().length())
            + report.getSegment()
            + "/";
    store.put(series + "%019d".formatted(start), bytes);
    List<String> keys = keys(series);
    keys.stream().limit(Math.max(0, keys.size() - KEPT)).forEach(store::delete);
    known.saw(report.getModelSha256(), report.getWindowStart(), report.getSamples());
    return known.trim().stream().mapToInt(this::forget).sum();
  }

  /** All reports kept, those of a model, a size and a segment together, the oldest first. */
  public List<DriftReport> all() {
    NewestModels known = new NewestModels(NewestModels.KEPT);
    List<DriftReport> reports = new ArrayList<>();
    store.scan(PREFIX, (key, value) -> reports.add(reader.apply(value)));
    for (DriftReport report : reports) {
      known.saw(report.getModelSha256(), report.getWindowStart(), report.getSamples());
    }
    List<String> surplus = known.trim();
    surplus.forEach(this::forget);
    reports.removeIf(report -> surplus.contains(report.getModelSha256()));
    models = known;
    return reports;
  }

  private NewestModels models() {
    if (models == null) {
      all();
    }
    return Objects.requireNonNull(models);
  }

  private int forget(String model) {
    List<String> keys = keys(ofModel(model));
    keys.forEach(store::delete);
    return keys.size();
  }

  private List<String> keys(String prefix) {
    List<String> keys = new ArrayList<>();
    store.scan(prefix, (key, value) -> keys.add(key));
    return keys;
  }

  private static String ofModel(String sha256) {
    return PREFIX + sha256 + "/";
  }
}
