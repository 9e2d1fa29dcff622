package io.creditstream.features.catalog;

import io.creditstream.features.history.HistoryDates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One kind of history record with everything that features need of it, so that each measure is
 * taken once a record, whatever the number of features. Sets of records are numbered, 0 is that of
 * all records, and a set comes after the one that it is a part of.
 */
final class RecordTable<R> {

  /** The set of all records. */
  static final int ALL = 0;

  private final Function<Applicant, List<R>> records;
  private final List<Measure<R>> measures = new ArrayList<>();
  private final List<Part<R>> parts = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();

  /**
   * @param records the records of a client, in an order that does not depend on their arrival
   * @param date when a record is of, in days or months; greater is later
   */
  RecordTable(Function<Applicant, List<R>> records, Measure<R> date) {
    this.records = records;
    measures.add(date);
  }

  /** A new set: the records of another one that fulfil a condition. */
  int where(int parent, BiPredicate<R, HistoryDates> condition) {
    return part(parent, (rows, i) -> condition.test(rows.record(i), rows.dates()));
  }

  /** A new set: the records of another one of which a measure, maybe NaN, fulfils a condition. */
  int where(int parent, Measure<R> measure, DoublePredicate condition) {
    int column = column(measure);
    return part(parent, (rows, i) -> condition.test(rows.column(column)[i]));
  }

  /** A new set: the latest records of all, of equally late ones the first in order. */
  int latest(int size) {
    return part(ALL, (rows, i) -> rows.recency()[i] < size);
  }

  /** The cell of a measure over a set, a new one if need be. */
  int cell(int set, Measure<R> measure) {
    Cell cell = new Cell(set, column(measure));
    int known = cells.indexOf(cell);
    if (known >= 0) {
      return known;
    }
    cells.add(cell);
    return cells.size() - 1;
  }

  /** Counts and sums the records of a client. */
  Tally tally(Applicant applicant) {
    List<R> all = records.apply(applicant);
    Tally tally = new Tally(parts.size() + 1, cells.size());
    if (!all.isEmpty()) {
      RecordRows<R> rows = RecordRows.of(all, applicant.dates(), measures);
      int[][] members = members(rows);
      for (int set = 0; set < members.length; set++) {
        tally.count(set, members[set].length);
      }
      for (int i = 0; i < cells.size(); i++) {
        Cell cell = cells.get(i);
        tally.add(i, rows.column(cell.column()), members[cell.set()]);
      }
    }
    return tally;
  }

  /** The rows of each set, in order. */
  private int[][] members(RecordRows<R> rows) {
    int[][] members = new int[parts.size() + 1][];
    members[ALL] = IntStream.range(0, rows.size()).toArray();
    for (int p = 0; p < parts.size(); p++) {
      Part<R> part = parts.get(p);
      members[p + 1] = part.of(members[part.parent()], rows);
    }
    return members;
  }

  private int part(int parent, Condition<R> condition) {
    parts.add(new Part<>(parent, condition));
    return parts.size();
  }

  /** The place of a measure, the same lambda of one place in the code. */
  private int column(Measure<R> measure) {
    int known = measures.indexOf(measure);
    if (known >= 0) {
      return known;
    }
    measures.add(measure);
    return measures.size() - 1;
  }

  /** Whether a record is of a set. */
  @FunctionalInterface
  private interface Condition<R> {
    boolean holds(RecordRows<R> rows, int row);
  }

  private record Part<R>(int parent, Condition<R> condition) {

    int[] of(int[] wider, RecordRows<R> rows) {
      int[] narrower = new int[wider.length];
      int size = 0;
      for (int row : wider) {
        if (condition.holds(rows, row)) {
          narrower[size++] = row;
        }
      }
      return size == wider.length ? wider : Arrays.copyOf(narrower, size);
    }
  }

  private record Cell(int set, int column) {}
}
