package io.creditstream.simulator.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Draws the payments of instalments that have fallen due: around the due date, early as a rule,
 * with the client's own tendency to be late. The payment is the instalment, now and then in two
 * parts or short of it; a loan paid back early ends with the rest in one sum. Card payments are
 * version 0.
 */
final class InstallmentSampler {
  private static final int PERIOD = 30;
  private static final double DAYS_PER_MONTH = 30.4375;
  private static final double SHORT_PAYMENT = 0.01;

  private final QuantileGrid delay;
  private final double split;

  InstallmentSampler(Distributions history) {
    delay = history.grid("instalments.DELAY");
    split = history.rate("instalments.SPLIT");
  }

  List<String[]> draw(
      long clientId,
      List<PreviousLoan> loans,
      Map<String, List<CardMonth>> cards,
      HistoryLatents client,
      RandomGenerator random) {
    String id = Long.toString(clientId);
    List<String[]> rows = new ArrayList<>();
    for (PreviousLoan loan : loans) {
      if (loan.kind() == PreviousLoan.Kind.REVOLVING) {
        for (CardMonth month : cards.getOrDefault(loan.id(), List.of())) {
          card(id, loan.id(), month, client, random, rows);
        }
      } else {
        loan(id, loan, client, random, rows);
      }
    }
    return rows;
  }

  private void loan(
      String clientId,
      PreviousLoan loan,
      HistoryLatents client,
      RandomGenerator random,
      List<String[]> rows) {
    for (int k = 1; k <= loan.paid(); k++) {
      int due = loan.firstDueDay() + PERIOD * (k - 1);
      if (due >= 0) {
        return;
      }
      boolean settles = k == loan.paid() && k < loan.term();
      double amount = settles ? loan.annuity() * (loan.term() - k + 1) * 0.9 : loan.annuity();
      pay(clientId, loan.id(), settles ? "2" : "1", k, due, amount, client, random, rows);
    }
  }

  private void card(
      String clientId,
      String loanId,
      CardMonth month,
      HistoryLatents client,
      RandomGenerator random,
      List<String[]> rows) {
    if (month.payment() > 0) {
      int due = (int) Math.round(month.month() * DAYS_PER_MONTH) + 20;
      int number = month.instalments();
      pay(clientId, loanId, "0", number, Math.min(-1, due), month.payment(), client, random, rows);
    }
  }

  private void pay(
      String clientId,
      String loanId,
      String version,
      int number,
      int due,
      double amount,
      HistoryLatents client,
      RandomGenerator random,
      List<String[]> rows) {
    double late = delay.at(client.recordUniform("instalments.DELAY", random));
    int entry = (int) Math.min(-1, due + Math.round(late));
    double u = random.nextDouble();
    String instalment = Cells.amount(amount);
    if (u < split) {
      double first = Math.round(amount * (0.1 + 0.8 * random.nextDouble()) * 100) / 100.0;
      int second = Math.min(-1, entry + random.nextInt(15));
      rows.add(row(loanId, clientId, version, number, due, entry, instalment, first));
      rows.add(row(loanId, clientId, version, number, due, second, instalment, amount - first));
    } else {
      double paid = u < split + SHORT_PAYMENT ? amount * random.nextDouble() : amount;
      rows.add(row(loanId, clientId, version, number, due, entry, instalment, paid));
    }
  }

  private static String[] row(
      String loanId,
      String clientId,
      String version,
      int number,
      int due,
      int entry,
      String instalment,
      double paid) {
    return new String[] {
      loanId,
      clientId,
      version,
      Cells.whole(number),
      Cells.whole(due),
      Cells.whole(entry),
      instalment,
      Cells.amount(paid)
    };
  }
}
