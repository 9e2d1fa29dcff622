package io.creditstream.advisor.explain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a contribution differs between two explanations.
 *
 * @param before the contribution that was
 * @param now the contribution of the same feature that is
 */
public record Move(Contribution before, Contribution now) {

  /** The difference in log-odds; above 0 the risk rose. */
  public double difference() {
    return now.logOdds() - before.logOdds();
  }

  /**
   * The contributions that differ most, of features that may be shown and that both explanations
   * have, the largest difference first.
   */
  public static List<Move> largest(Interpretation before, Interpretation now, int most) {
    Map<String, Contribution> known = new HashMap<>();
    before.shown().forEach(one -> known.put(one.feature().name(), one));
    return now.shown().stream()
        .filter(one -> known.containsKey(one.feature().name()))
        .map(one -> new Move(known.getOrDefault(one.feature().name(), one), one))
        .filter(move -> move.difference() != 0)
        .sorted(Comparator.comparingDouble(move -> -Math.abs(move.difference())))
        .limit(most)
        .toList();
  }
}
