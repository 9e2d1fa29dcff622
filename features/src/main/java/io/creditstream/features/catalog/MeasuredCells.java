package io.creditstream.features.catalog;

import io.creditstream.features.history.HistoryDates;
import java.util.Arrays;

/** A measure with the sets of records that it is summed over, so that it is taken once a record. */
final class MeasuredCells<R> {

  private final Measure<R> measure;
  private int[] sets = {};
  private int[] cells = {};

  MeasuredCells(Measure<R> measure) {
    this.measure = measure;
  }

  /** Whether it is this very measure: the same lambda of one place in the code. */
  boolean measures(Measure<R> other) {
    return measure == other;
  }

  /** The cell of a set, −1 if there is none. */
  int cellOf(int set) {
    for (int i = 0; i < sets.length; i++) {
      if (sets[i] == set) {
        return cells[i];
      }
    }
    return -1;
  }

  int add(int set, int cell) {
    sets = Arrays.copyOf(sets, sets.length + 1);
    cells = Arrays.copyOf(cells, cells.length + 1);
    sets[sets.length - 1] = set;
    cells[cells.length - 1] = cell;
    return cell;
  }

  void add(R record, HistoryDates dates, boolean[] members, Tally tally) {
    for (int i = 0; i < sets.length; i++) {
      if (members[sets[i]]) {
        double value = measure.of(record, dates);
        if (!Double.isNaN(value)) {
          addAll(i, value, members, tally);
        }
        return;
      }
    }
  }

  private void addAll(int first, double value, boolean[] members, Tally tally) {
    for (int i = first; i < sets.length; i++) {
      if (members[sets[i]]) {
        tally.add(cells[i], value);
      }
    }
  }
}
