package io.creditstream.simulator.population;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws the monthly balances of instalment loans: from the decision on, one instalment less to pay
 * each month, until the loan is completed or the present is reached. A few loans are late, most of
 * them in single months, some for good, with the days past due growing.
 */
final class PosCashSampler {
  private static final double DAYS_PER_MONTH = 30.4375;
  private static final int OLDEST_MONTH = -96;
  private static final double LATE_FOR_GOOD = 0.12;
  private static final double SHORT_DELAY_DAYS = 9;

  private final double coverage;
  private final double late;
  private final double signed;
  private final QuantileGrid lateShare;

  PosCashSampler(Distributions history) {
    coverage = history.rate("pos coverage");
    late = history.rate("pos.LATE");
    signed = history.rate("pos.SIGNED");
    lateShare = history.grid("pos.LATE_SHARE");
  }

  List<String[]> draw(
      long clientId, List<PreviousLoan> loans, HistoryLatents client, RandomGenerator random) {
    String id = Long.toString(clientId);
    List<String[]> rows = new ArrayList<>();
    for (PreviousLoan loan : loans) {
      if (loan.kind() != PreviousLoan.Kind.REVOLVING && loan.term() > 0) {
        boolean covered = random.nextDouble() < coverage;
        boolean isLate = client.recordUniform("pos.LATE", random) > 1 - late;
        if (covered) {
          run(id, loan, isLate, random, rows);
        }
      }
    }
    return rows;
  }

  private void run(
      String clientId,
      PreviousLoan loan,
      boolean isLate,
      RandomGenerator random,
      List<String[]> rows) {
    int first = (int) Math.floor(loan.decisionDay() / DAYS_PER_MONTH);
    double share = isLate ? lateShare.at(random.nextDouble()) : 0;
    boolean forGood = isLate && random.nextDouble() < LATE_FOR_GOOD;
    int defaultAt = forGood ? 1 + random.nextInt(loan.paid()) : Integer.MAX_VALUE;
    int last = forGood ? -1 : Math.min(-1, first + loan.paid());
    String firstStatus = random.nextDouble() < signed ? "Signed" : "Active";
    for (int month = last; month >= Math.max(first, OLDEST_MONTH); month--) {
      int k = month - first;
      boolean completed = !forGood && k == loan.paid();
      int future = completed ? 0 : Math.max(0, loan.term() - k);
      int planned = completed ? Math.max(1, loan.paid()) : loan.term();
      long overdue = 0;
      if (k >= defaultAt) {
        overdue = Math.round((k - defaultAt) * DAYS_PER_MONTH) + 1;
      } else if (isLate && !forGood && random.nextDouble() < share) {
        overdue = 1 + (long) (-SHORT_DELAY_DAYS * Math.log(1 - random.nextDouble()));
      }
      boolean tolerated = overdue == 0 || random.nextDouble() < 0.6;
      rows.add(
          new String[] {
            loan.id(),
            clientId,
            Cells.whole(month),
            Cells.pointZero(planned),
            Cells.pointZero(future),
            completed ? "Completed" : k == 0 ? firstStatus : "Active",
            Cells.whole(overdue),
            tolerated ? "0" : Cells.whole(overdue)
          });
    }
  }
}
