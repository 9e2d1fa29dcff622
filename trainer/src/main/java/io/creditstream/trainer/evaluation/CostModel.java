package io.creditstream.trainer.evaluation;

import java.util.Map;

/** What wrong decisions cost. */
public sealed interface CostModel permits CostRatio, CostAmounts {

  /** A missed default costs ten times a refused good client. */
  CostModel STANDARD = new CostRatio(10);

  /**
   * Cost of the wrong decision about each loan: approval of a default, refusal of a good one.
   *
   * @param defaulted outcome of each loan
   * @param credits amount of each loan
   */
  double[] ofWrongDecisions(boolean[] defaulted, double[] credits);

  /** What the cost is counted in, in a few words. */
  String unit();

  /** How it is asked for: the value by the name of the option. */
  Map<String, String> settings();
}
