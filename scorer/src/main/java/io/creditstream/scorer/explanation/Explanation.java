package io.creditstream.scorer.explanation;

import io.creditstream.schemas.Reason;
import java.util.List;

/**
 * Why a score is what it is.
 *
 * @param contributions one a feature, in log-odds; empty where not asked for. Must not be changed
 * @param reasons up to four, the heaviest first
 */
public record Explanation(double[] contributions, List<Reason> reasons) {

  private static final Explanation NONE = new Explanation(new double[0], List.of());

  public Explanation {
    reasons = List.copyOf(reasons);
  }

  /** No explanation was asked for. */
  public static Explanation none() {
    return NONE;
  }
}
