package io.creditstream.simulator.population;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws the monthly status of bureau credits: a contiguous run of months for each credit, a Markov
 * chain on {0 … 5 months late, X unknown, C closed}. A client who tends to pay late enters status 1
 * more often. Newest month first, as in the files.
 */
final class BureauBalanceSampler {
  private static final double DAYS_PER_MONTH = 30.4375;
  private static final int OLDEST_MONTH = -96;
  private static final String STATES = "012345XC";
  private static final int ON_TIME = 0;
  private static final int UNKNOWN = STATES.indexOf('X');
  private static final int CLOSED = STATES.indexOf('C');
  private static final String[] STATE_CELLS = STATES.split("");

  private final Distributions history;
  private final double coverage;
  private final Chain active;
  private final Chain closed;

  BureauBalanceSampler(Distributions history, Distributions part) {
    this.history = history;
    this.coverage = part.rate("bureau_balance coverage");
    this.active = new Chain(history, "Active");
    this.closed = new Chain(history, "Closed");
  }

  List<String[]> draw(List<BureauCredit> credits, HistoryLatents client, RandomGenerator random) {
    if (credits.isEmpty() || random.nextDouble() >= coverage) {
      return List.of();
    }
    double proneness = Math.exp(0.9 * client.score("bureau.AMT_CREDIT_MAX_OVERDUE") - 0.405);
    List<String[]> rows = new ArrayList<>();
    for (BureauCredit credit : credits) {
      run(credit, proneness, random, rows);
    }
    return rows;
  }

  private void run(
      BureauCredit credit, double proneness, RandomGenerator random, List<String[]> rows) {
    Chain chain = credit.closed() ? closed : active;
    String grid = "bureau_balance.last_to_first|" + (credit.closed() ? "Closed" : "Active");
    int first = Math.max(OLDEST_MONTH, (int) Math.floor(credit.startDay() / DAYS_PER_MONTH));
    int last = (int) Math.round(first * history.grid(grid).at(random.nextDouble()));
    Integer endDay = credit.endDay();
    int end = endDay == null ? 1 : (int) Math.floor(endDay / DAYS_PER_MONTH);
    int[] path = new int[last - first + 1];
    int state = open(chain.first(random), ON_TIME, credit, first, end);
    for (int month = first; month <= last; month++) {
      if (month > first) {
        state = open(chain.next(state, proneness, random), state, credit, month, end);
      }
      if (month > end && state != UNKNOWN) {
        state = CLOSED;
      }
      path[month - first] = state;
    }
    for (int month = last; month >= first; month--) {
      rows.add(new String[] {credit.id(), Cells.whole(month), STATE_CELLS[path[month - first]]});
    }
  }

  /** A credit that is known to end later is not closed yet: it stays as it was. */
  private static int open(int state, int before, BureauCredit credit, int month, int end) {
    return state == CLOSED && credit.closed() && month <= end ? before : state;
  }

  /** Transition probabilities, cumulated for drawing. */
  private static final class Chain {
    private final CategoryShares start;
    private final double[][] upTo = new double[STATES.length()][STATES.length()];
    private final double[] falling = new double[STATES.length()];

    Chain(Distributions history, String kind) {
      start = history.category("bureau_balance.first|" + kind);
      for (int from = 0; from < STATES.length(); from++) {
        CategoryShares next =
            history.category("bureau_balance.next|" + kind + "|" + STATES.charAt(from));
        double sum = 0;
        for (int to = 0; to < STATES.length(); to++) {
          sum += next.share(STATE_CELLS[to]);
          upTo[from][to] = sum;
        }
        falling[from] = next.share("1");
      }
    }

    int first(RandomGenerator random) {
      return STATES.indexOf(start.at(random.nextDouble()));
    }

    int next(int from, double proneness, RandomGenerator random) {
      double u = random.nextDouble();
      boolean onTime = from == ON_TIME || from == UNKNOWN;
      if (onTime && random.nextDouble() < falling[from] * Math.max(0, proneness - 1)) {
        return 1;
      }
      int to = 0;
      while (to < STATES.length() - 1 && u >= upTo[from][to]) {
        to++;
      }
      return onTime && to == 1 && random.nextDouble() > proneness ? from : to;
    }
  }
}
