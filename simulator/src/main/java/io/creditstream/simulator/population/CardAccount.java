package io.creditstream.simulator.population;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The book-keeping of one card. In a month of use: balance = previous balance − payment + interest
 * + drawings, drawn back up towards the client's usual share of the limit. Before the first use and
 * after the last the balance is 0.
 */
final class CardAccount {
  private static final double INTEREST = 0.02;
  private static final double MINIMUM_SHARE = 0.05;
  private static final double CASH_ONLY = 0.54;
  private static final double SHOPS_ONLY = 0.34;

  private final Distributions history;
  private final double drawProbability;

  CardAccount(Distributions history) {
    this.history = history;
    this.drawProbability = history.rate("card.DRAWS when used");
  }

  /**
   * A card in use.
   *
   * @param limit credit limit, above 0
   * @param utilisation mean share of the limit owed over all months
   * @param idleShare share of the months with nothing owed
   * @param first month of the first balance
   * @param last month of the last balance
   */
  List<CardMonth> run(
      double limit,
      double utilisation,
      double idleShare,
      int first,
      int last,
      RandomGenerator random) {
    int months = last - first + 1;
    double wait = history.grid("card.first use").at(random.nextDouble());
    int usedFrom = first + (int) Math.min(wait, idleShare * months * 0.2);
    int usedMonths = Math.max(1, (int) Math.round((1 - idleShare) * months));
    double usual = Math.min(1.03, utilisation / Math.max(0.05, 1 - idleShare));
    List<CardMonth> run = new ArrayList<>(months);
    double balance = 0;
    int paidInstalments = 0;
    for (int month = first; month <= last; month++) {
      boolean closing = month >= usedFrom + usedMonths;
      double minimum = Math.min(balance, Math.round(balance * MINIMUM_SHARE / 225) * 225.0);
      double payment = closing ? balance : payment(balance, minimum, random);
      if (payment > 0) {
        paidInstalments++;
      }
      double target = usual * limit * (0.9 + 0.2 * random.nextDouble());
      boolean draws = random.nextDouble() < drawProbability;
      double kind = random.nextDouble();
      double carried = (balance - payment) * (1 + INTEREST);
      boolean inUse = month >= usedFrom && !closing;
      double drawing =
          inUse && (draws || month == usedFrom)
              ? Math.max(0, Math.round((target - carried) / 450) * 450.0)
              : 0;
      double cash = kind < CASH_ONLY ? 1 : kind < CASH_ONLY + SHOPS_ONLY ? 0 : 0.5;
      balance = Math.round((carried + drawing) * 200) / 200.0;
      run.add(
          new CardMonth(
              month,
              balance,
              drawing * cash,
              drawing * (1 - cash),
              minimum,
              payment,
              paidInstalments));
    }
    return run;
  }

  /** A card that was never used: nothing is owed or paid in any month. */
  static List<CardMonth> unused(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(month -> new CardMonth(month, 0, 0, 0, 0, 0, 0))
        .toList();
  }

  private double payment(double balance, double minimum, RandomGenerator random) {
    double multiple = history.grid("card.PAYMENT_TO_MINIMUM").at(random.nextDouble());
    return Math.min(balance, Math.round(minimum * multiple * 2) / 2.0);
  }
}
