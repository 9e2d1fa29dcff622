package io.creditstream.features.catalog;

import io.creditstream.features.history.HistoryDates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * One kind of history record with everything that features need of it, so that a single pass over a
 * client's records serves them all. Sets of records are numbered, 0 is that of all records, and a
 * set comes after the one that it is a part of.
 */
final class RecordTable<R> {

  /** The set of all records. */
  static final int ALL = 0;

  private final Function<Applicant, List<R>> records;
  private final Measure<R> date;
  private final List<Membership<R>> sets = new ArrayList<>();
  private final List<MeasuredCells<R>> measures = new ArrayList<>();
  private int cells;

  /**
   * @param records the records of a client, in an order that does not depend on their arrival
   * @param date when a record is of, in days or months; greater is later
   */
  RecordTable(Function<Applicant, List<R>> records, Measure<R> date) {
    this.records = records;
    this.date = date;
    sets.add((record, dates, at, members) -> true);
  }

  /** A new set: the records of another one that fulfil a condition. */
  int where(int parent, BiPredicate<R, HistoryDates> condition) {
    sets.add((record, dates, at, members) -> members[parent] && condition.test(record, dates));
    return sets.size() - 1;
  }

  /** A new set: the latest records of all, of equally late ones the first in order. */
  int latest(int size) {
    sets.add((record, dates, at, members) -> at < size);
    return sets.size() - 1;
  }

  /** The cell of a measure over a set, a new one if need be. */
  int cell(int set, Measure<R> measure) {
    MeasuredCells<R> measured =
        measures.stream()
            .filter(known -> known.measures(measure))
            .findFirst()
            .orElseGet(() -> added(measure));
    int known = measured.cellOf(set);
    return known >= 0 ? known : measured.add(set, cells++);
  }

  private MeasuredCells<R> added(Measure<R> measure) {
    MeasuredCells<R> measured = new MeasuredCells<>(measure);
    measures.add(measured);
    return measured;
  }

  /** Counts and sums the records of a client. */
  Tally tally(Applicant applicant) {
    List<R> all = records.apply(applicant);
    HistoryDates dates = applicant.dates();
    Tally tally = new Tally(sets.size(), cells);
    boolean[] members = new boolean[sets.size()];
    int[] recency = recency(all, dates);
    for (int i = 0; i < all.size(); i++) {
      R record = all.get(i);
      for (int set = 0; set < members.length; set++) {
        members[set] = sets.get(set).test(record, dates, recency[i], members);
        if (members[set]) {
          tally.count(set);
        }
      }
      for (int m = 0; m < measures.size(); m++) {
        measures.get(m).add(record, dates, members, tally);
      }
    }
    return tally;
  }

  /** How many records are later than each one; undated ones come last. */
  private int[] recency(List<R> all, HistoryDates dates) {
    long[] order = new long[all.size()];
    for (int i = 0; i < order.length; i++) {
      double at = date.of(all.get(i), dates);
      // Days and months are whole and small: both fit into one number that sorts as the pair does.
      long key = Double.isNaN(at) ? Integer.MAX_VALUE : -(long) at;
      order[i] = (key << Integer.SIZE) + i;
    }
    Arrays.sort(order);
    int[] recency = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      recency[(int) order[rank]] = rank;
    }
    return recency;
  }

  /** Whether a record is of a set, given whether it is of the sets before. */
  @FunctionalInterface
  private interface Membership<R> {
    boolean test(R record, HistoryDates dates, int recency, boolean[] members);
  }
}
