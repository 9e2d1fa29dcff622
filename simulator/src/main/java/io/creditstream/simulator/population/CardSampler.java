package io.creditstream.simulator.population;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws the monthly balances of the client's cards. */
final class CardSampler {
  private static final double DAYS_PER_MONTH = 30.4375;
  private static final int OLDEST_MONTH = -96;
  private static final double COVERAGE = 0.96;
  private static final double LIMIT_STEP = 4500;
  private static final double TYPICAL_MONTHS = 21;
  private static final double MUTE_WHEN_UNUSED = 0.27;
  private static final double PRINCIPAL_SHARE = 0.96;
  private static final double PROVISIONAL_OVERDUE = 0.45;

  private final Distributions history;
  private final CardAccount account;

  CardSampler(Distributions history) {
    this.history = history;
    this.account = new CardAccount(history);
  }

  /** The rows, and the months of each card by its SK_ID_PREV, oldest first. */
  record Cards(List<String[]> rows, Map<String, List<CardMonth>> months) {}

  Cards draw(
      long clientId, List<PreviousLoan> loans, HistoryLatents client, RandomGenerator random) {
    List<String[]> rows = new ArrayList<>();
    Map<String, List<CardMonth>> byCard = new HashMap<>();
    for (PreviousLoan loan : loans) {
      if (loan.kind() != PreviousLoan.Kind.REVOLVING || random.nextDouble() >= COVERAGE) {
        continue;
      }
      int first = Math.max(OLDEST_MONTH, (int) Math.floor(loan.decisionDay() / DAYS_PER_MONTH));
      double end = history.grid("card.LAST_MONTH").at(random.nextDouble());
      int last = (int) Math.max(first, Math.round(end));
      double limit = Math.round(loan.credit() / LIMIT_STEP) * LIMIT_STEP;
      List<CardMonth> months = months(limit, first, last, client, random);
      byCard.put(loan.id(), months);
      rows(clientId, loan.id(), limit, months, client, random, rows);
    }
    return new Cards(rows, byCard);
  }

  /** The older a card and the more its owner borrows, the likelier it was used at all. */
  private List<CardMonth> months(
      double limit, int first, int last, HistoryLatents client, RandomGenerator random) {
    double borrowing = client.score("card.UTILISATION");
    double age = Math.max(-2, Math.min(2, Math.log(-first / TYPICAL_MONTHS)));
    double idle = 0.05 + 0.3 * age - 0.4 * borrowing + 0.85 * random.nextGaussian();
    if (limit <= 0
        || NormalScores.uniform(0.8 * borrowing + 0.4 * age) <= history.rate("card.UNUSED")) {
      return CardAccount.unused(first, last);
    }
    double utilisation = history.grid("card.UTILISATION").at(NormalScores.uniform(borrowing));
    double idleShare = history.grid("card.ZERO_SHARE").at(NormalScores.uniform(idle));
    return account.run(limit, utilisation, idleShare, first, last, random);
  }

  private void rows(
      long clientId,
      String id,
      double limit,
      List<CardMonth> months,
      HistoryLatents client,
      RandomGenerator random,
      List<String[]> rows) {
    boolean used = months.stream().anyMatch(month -> month.drawn() > 0);
    boolean silent = !used && random.nextDouble() < history.rate("card.SILENT unused");
    boolean mute = !used && random.nextDouble() < MUTE_WHEN_UNUSED;
    boolean withdrawn = random.nextDouble() < history.rate("card.LIMIT 0 when idle");
    boolean completed =
        history.category("card.last status").at(random.nextDouble()).equals("Completed");
    double late = history.rate("card.LATE") * Math.exp(0.8 * client.score("pos.LATE") - 0.32);
    for (int i = 0; i < months.size(); i++) {
      CardMonth month = months.get(i);
      boolean idle = month.balance() == 0 && month.drawn() == 0;
      boolean last = i == months.size() - 1;
      boolean isLate = month.minimum() > 0 && random.nextDouble() < 2 * late;
      long overdue = isLate ? 1 + (long) (-6 * Math.log(1 - random.nextDouble())) : 0;
      boolean counts = isLate && random.nextDouble() >= PROVISIONAL_OVERDUE;
      double interest = month.balance() * (1 - PRINCIPAL_SHARE);
      long cash = count("card.CNT_ATM", month.drawnAtm(), random);
      long shop = count("card.CNT_POS", month.drawnPos(), random);
      rows.add(
          new String[] {
            id,
            Long.toString(clientId),
            Cells.whole(month.month()),
            Cells.amount(month.balance()),
            idle && withdrawn ? "0" : Cells.whole((long) limit),
            silent ? Cells.MISSING : Cells.amount(month.drawnAtm()),
            Cells.amount(month.drawn()),
            silent ? Cells.MISSING : "0.0",
            silent ? Cells.MISSING : Cells.amount(month.drawnPos()),
            mute ? Cells.MISSING : Cells.amount(month.minimum()),
            silent ? Cells.MISSING : Cells.amount(month.payment()),
            Cells.amount(month.payment()),
            Cells.amount(month.balance() - interest),
            Cells.amount(month.balance()),
            Cells.amount(month.balance()),
            silent ? Cells.MISSING : Cells.pointZero(cash),
            Cells.whole(cash + shop),
            silent ? Cells.MISSING : "0.0",
            silent ? Cells.MISSING : Cells.pointZero(shop),
            mute ? Cells.MISSING : Cells.pointZero(month.instalments()),
            completed && last ? "Completed" : "Active",
            Cells.whole(overdue),
            counts ? Cells.whole(overdue) : "0"
          });
    }
  }

  private long count(String grid, double amount, RandomGenerator random) {
    double drawn = history.grid(grid).at(random.nextDouble());
    return amount > 0 ? Math.max(1, Math.round(drawn)) : 0;
  }
}
