package io.creditstream.simulator.population;

/**
 * An approved previous application, as far as its balances and payments depend on it.
 *
 * @param id SK_ID_PREV
 * @param kind of contract
 * @param decisionDay DAYS_DECISION, negative
 * @param firstDueDay day of the first instalment, negative where it is in the past
 * @param credit AMT_CREDIT, for a card its limit
 * @param annuity AMT_ANNUITY
 * @param term planned number of instalments, 0 for a card
 * @param paid number of instalments from first to last that fall due or are paid early, counting
 *     future ones
 */
record PreviousLoan(
    String id,
    Kind kind,
    int decisionDay,
    int firstDueDay,
    double credit,
    double annuity,
    int term,
    int paid) {

  enum Kind {
    CASH("Cash loans"),
    CONSUMER("Consumer loans"),
    REVOLVING("Revolving loans");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    static Kind of(String label) {
      for (Kind kind : values()) {
        if (kind.label.equals(label)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no such contract type");
    }
  }
}
