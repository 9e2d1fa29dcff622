package io.creditstream.features.catalog;

import io.creditstream.features.history.HistoryDates;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of one client with the values of their measures. */
final class RecordRows<R> {

  private final List<R> records;
  private final HistoryDates dates;
  private final double[][] columns;
  private int @Nullable [] recency;

  private RecordRows(List<R> records, HistoryDates dates, double[][] columns) {
    this.records = records;
    this.dates = dates;
    this.columns = columns;
  }

  /**
   * Takes each measure of each record.
   *
   * @param measures the first of them dates the records, in whole days or months
   */
  static <R> RecordRows<R> of(List<R> records, HistoryDates dates, List<Measure<R>> measures) {
    double[][] columns = new double[measures.size()][records.size()];
    for (int m = 0; m < columns.length; m++) {
      Measure<R> measure = measures.get(m);
      double[] column = columns[m];
      for (int i = 0; i < column.length; i++) {
        column[i] = measure.of(records.get(i), dates);
      }
    }
    return new RecordRows<>(records, dates, columns);
  }

  int size() {
    return records.size();
  }

  R record(int row) {
    return records.get(row);
  }

  /** Counts days and months from the date of the application. */
  HistoryDates dates() {
    return dates;
  }

  /** A measure of each record, NaN where missing. */
  double[] column(int measure) {
    return columns[measure];
  }

  /** How many records are later than each one; undated ones come last. */
  int[] recency() {
    int[] known = recency;
    if (known == null) {
      known = ranks(columns[0]);
      recency = known;
    }
    return known;
  }

  private static int[] ranks(double[] dates) {
    long[] order = new long[dates.length];
    for (int i = 0; i < order.length; i++) {
      // Days and months are whole and small: both fit into one number that sorts as the pair does.
      long key = Double.isNaN(dates[i]) ? Integer.MAX_VALUE : -(long) dates[i];
      order[i] = (key << Integer.SIZE) + i;
    }
    Arrays.sort(order);
    int[] ranks = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[(int) order[rank]] = rank;
    }
    return ranks;
  }
}
