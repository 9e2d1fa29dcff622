package io.creditstream.trainer.evaluation;

/** What decisions cost against the threshold from which they decline. */
public final class ExpectedCost {

  private ExpectedCost() {}

  /** Mean cost of a decision if those of at least the threshold are declined. */
  public static double at(double threshold, RankedRows rows) {
    double cost = 0;
    for (int i = 0; i < rows.size(); i++) {
      boolean declined = rows.score(i) >= threshold;
      cost += declined == rows.defaulted(i) ? 0 : rows.weight(i) * rows.cost(i);
    }
    return cost / rows.total();
  }

  /**
   * The threshold that costs least: halfway between the two neighbouring scores that it parts. Of
   * equal ones the highest, which refuses fewest.
   *
   * @return between 0 (decline all) and 1 (approve all but certain defaults)
   */
  public static double cheapestThreshold(RankedRows rows) {
    // Start by approving everybody, then decline one group of equal scores after another. What
    // costs the same but for rounding must not move the threshold.
    double cost = 0;
    double approveAll = 0;
    for (int i = 0; i < rows.size(); i++) {
      approveAll += rows.defaulted(i) ? rows.weight(i) * rows.cost(i) : 0;
    }
    double tolerance = 1e-12 * approveAll;
    double best = 0;
    double threshold = 1;
    for (int start = 0; start < rows.size(); ) {
      int end = rows.endOfTie(start);
      for (int i = start; i < end; i++) {
        cost += (rows.defaulted(i) ? -1 : 1) * rows.weight(i) * rows.cost(i);
      }
      if (cost < best - tolerance) {
        best = cost;
        threshold = middle(nextScore(end, rows), rows.score(start));
      }
      start = end;
    }
    return threshold;
  }

  /** The score of the next row that counts, 0 if there is none. */
  private static double nextScore(int place, RankedRows rows) {
    int next = place;
    while (next < rows.size() && rows.weight(next) == 0) {
      next++;
    }
    return next < rows.size() ? rows.score(next) : 0;
  }

  /** Above the lower number, at most the upper one: halfway between neighbours may be either. */
  private static double middle(double lower, double upper) {
    double middle = (lower + upper) / 2;
    return middle > lower ? middle : upper;
  }
}
