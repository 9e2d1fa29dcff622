package io.creditstream.simulator.population;

import java.util.random.RandomGenerator;

/**
 * The dates of an approved loan: instalments every 30 days from the first due date; many loans are
 * paid back early. Dates that lie ahead, and those a card does not have, are 365243.
 */
final class PreviousSchedule {
  private static final int PERIOD = 30;

  private final Distributions history;

  PreviousSchedule(Distributions history) {
    this.history = history;
  }

  PreviousLoan draw(
      Row row,
      String id,
      PreviousLoan.Kind kind,
      int decision,
      double credit,
      double annuity,
      int term,
      RandomGenerator random) {
    double after = history.grid("previous.FIRST_DUE_AFTER|" + kind.label()).at(random.nextDouble());
    int firstDue = decision + (int) Math.round(after);
    int paid = term;
    if (kind != PreviousLoan.Kind.REVOLVING) {
      double run = history.grid("previous.RUN_TO_TERM|" + kind.label()).at(random.nextDouble());
      paid = 1 + (int) Math.round(Math.min(1, run) * (term - 1));
    }
    boolean known = random.nextDouble() >= history.rate("previous.NO_SCHEDULE|" + kind.label());
    boolean insured = random.nextDouble() < history.rate("previous.INSURED|" + kind.label());
    double termination = history.grid("previous.TERMINATION_AFTER").at(random.nextDouble());
    boolean drawn = random.nextDouble() >= history.rate("previous.FIRST_DRAWING unknown");
    if (known) {
      row.set("NFLAG_INSURED_ON_APPROVAL", insured ? "1.0" : "0.0");
      if (kind == PreviousLoan.Kind.REVOLVING) {
        cardDates(row, decision, firstDue, drawn);
      } else {
        loanDates(row, firstDue, term, paid, (int) Math.round(termination));
      }
    }
    return new PreviousLoan(id, kind, decision, firstDue, credit, annuity, term, paid);
  }

  private static void loanDates(Row row, int firstDue, int term, int paid, int termination) {
    int planned = firstDue + PERIOD * (term - 1);
    int last = firstDue + PERIOD * (paid - 1);
    row.set("DAYS_FIRST_DRAWING", Cells.NO_DAY);
    row.set("DAYS_FIRST_DUE", past(firstDue));
    row.set("DAYS_LAST_DUE_1ST_VERSION", Cells.pointZero(planned));
    row.set("DAYS_LAST_DUE", past(last));
    row.set("DAYS_TERMINATION", last < 0 ? past(last + termination) : Cells.NO_DAY);
  }

  private static void cardDates(Row row, int decision, int firstDue, boolean drawn) {
    row.set("DAYS_FIRST_DRAWING", drawn ? past(decision + 1) : Cells.NO_DAY);
    row.set("DAYS_FIRST_DUE", drawn ? past(firstDue) : Cells.NO_DAY);
    row.set("DAYS_LAST_DUE_1ST_VERSION", Cells.NO_DAY);
    row.set("DAYS_LAST_DUE", Cells.NO_DAY);
    row.set("DAYS_TERMINATION", Cells.NO_DAY);
  }

  private static String past(int day) {
    return day < 0 ? Cells.pointZero(day) : Cells.NO_DAY;
  }
}
