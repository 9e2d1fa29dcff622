package io.creditstream.standalone.cli;

import io.creditstream.schemas.DecisionOutcome;

/** How many decisions had one outcome and would have another one. */
final class OutcomeMatrix {

  private final long[][] counts =
      new long[DecisionOutcome.values().length][DecisionOutcome.values().length];

  void add(DecisionOutcome before, DecisionOutcome after) {
    add(before, after, 1);
  }

  void add(DecisionOutcome before, DecisionOutcome after, long decisions) {
    counts[before.ordinal()][after.ordinal()] += decisions;
  }

  /** Decisions whose outcome would be another one. */
  long changed() {
    long changed = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        changed += i == j ? 0 : counts[i][j];
      }
    }
    return changed;
  }

  /** A row for each recorded outcome, a column for each new one. */
  @Override
  public String toString() {
    DecisionOutcome[] outcomes = DecisionOutcome.values();
    String[] header = new String[outcomes.length + 2];
    header[0] = "recorded \\ new";
    header[outcomes.length + 1] = "sum";
    for (DecisionOutcome outcome : outcomes) {
      header[outcome.ordinal() + 1] = outcome.name();
    }
    TextTable table = new TextTable(header);
    long[] sums = new long[outcomes.length + 1];
    for (DecisionOutcome outcome : outcomes) {
      table.row(row(outcome.name(), counts[outcome.ordinal()], sums));
    }
    String[] last = new String[header.length];
    last[0] = "sum";
    for (int i = 0; i < sums.length; i++) {
      last[i + 1] = Long.toString(sums[i]);
    }
    table.row(last);
    return table.toString();
  }

  private static String[] row(String name, long[] counts, long[] sums) {
    String[] row = new String[counts.length + 2];
    row[0] = name;
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      row[i + 1] = Long.toString(counts[i]);
      sums[i] += counts[i];
      sum += counts[i];
    }
    row[counts.length + 1] = Long.toString(sum);
    sums[counts.length] += sum;
    return row;
  }
}
