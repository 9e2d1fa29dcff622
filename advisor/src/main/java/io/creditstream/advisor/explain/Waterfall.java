package io.creditstream.advisor.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from the average to a score, step by step, in log-odds.
 *
 * @param start the average
 * @param steps the steps in their order
 * @param end the score
 */
public record Waterfall(double start, List<Step> steps, double end) {

  public Waterfall {
    steps = List.copyOf(steps);
  }

  /**
   * A step.
   *
   * @param kind what it stands for
   * @param contribution the feature of the step; empty for a group of them
   * @param change what is added
   * @param after where it leads to
   */
  public record Step(Kind kind, Optional<Contribution> contribution, double change, double after) {}

  /** What a step stands for. */
  public enum Kind {
    FEATURE,
    /** All other features that may be shown. */
    OTHERS,
    /** The features that may not be shown. */
    HIDDEN
  }

  /** The heaviest features one by one, the others and the hidden ones as groups. */
  public static Waterfall of(Interpretation interpretation, int most) {
    List<Step> steps = new ArrayList<>();
    double level = interpretation.baseValue();
    double others = 0;
    for (int i = 0; i < interpretation.shown().size(); i++) {
      Contribution next = interpretation.shown().get(i);
      if (i < most && next.logOdds() != 0) {
        level += next.logOdds();
        steps.add(new Step(Kind.FEATURE, Optional.of(next), next.logOdds(), level));
      } else {
        others += next.logOdds();
      }
    }
    if (others != 0) {
      level += others;
      steps.add(new Step(Kind.OTHERS, Optional.empty(), others, level));
    }
    if (interpretation.hiddenFeatures() > 0) {
      level += interpretation.hidden();
      steps.add(new Step(Kind.HIDDEN, Optional.empty(), interpretation.hidden(), level));
    }
    return new Waterfall(interpretation.baseValue(), steps, interpretation.rawScore());
  }

  /** The probability of log-odds: 1 ÷ (1 + e^−x). */
  public static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
