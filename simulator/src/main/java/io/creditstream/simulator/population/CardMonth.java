package io.creditstream.simulator.population;

/**
 * One month of a card, in money.
 *
 * @param month MONTHS_BALANCE
 * @param balance at the end of the month
 * @param drawnAtm cash drawn
 * @param drawnPos spent in shops
 * @param minimum least instalment of the month
 * @param payment what was paid
 * @param instalments number of instalments paid so far
 */
record CardMonth(
    int month,
    double balance,
    double drawnAtm,
    double drawnPos,
    double minimum,
    double payment,
    int instalments) {

  double drawn() {
    return drawnAtm + drawnPos;
  }
}
