package io.creditstream.drift.output;

import io.creditstream.drift.tally.Tally;
import java.util.List;
import java.util.Map;

/**
 * What a challenger makes of the applications that the champion decided.
 *
 * @param modelSha256 the challenger
 * @param samples applications that both judged
 * @param agreement share of them with the same outcome
 * @param meanDifference mean of its probability of default less that of the champion
 * @param meanAbsoluteDifference mean of the size of that difference
 */
public record ChallengerComparison(
    String modelSha256,
    long samples,
    double agreement,
    double meanDifference,
    double meanAbsoluteDifference) {

  private static final String SAMPLES = "challenger/";
  private static final String AGREED = "challenger-agreed/";
  private static final String DIFFERENCE = "challenger-difference/";
  private static final String DISTANCE = "challenger-distance/";

  /**
   * Counts an application that both judged.
   *
   * @param agreed whether both came to the same outcome
   * @param difference the challenger's probability less the champion's
   */
  public static void count(Tally tally, String modelSha256, boolean agreed, double difference) {
    tally.add(SAMPLES + modelSha256, 1);
    tally.add(AGREED + modelSha256, agreed ? 1 : 0);
    tally.add(DIFFERENCE + modelSha256, FixedPoint.of(difference));
    tally.add(DISTANCE + modelSha256, FixedPoint.of(Math.abs(difference)));
  }

  /** The challengers that were counted. */
  public static List<ChallengerComparison> of(Tally tally) {
    return tally.below(SAMPLES).entrySet().stream().map(entry -> of(tally, entry)).toList();
  }

  private static ChallengerComparison of(Tally tally, Map.Entry<String, Long> entry) {
    String model = entry.getKey();
    double samples = entry.getValue();
    return new ChallengerComparison(
        model,
        entry.getValue(),
        tally.get(AGREED + model) / samples,
        FixedPoint.toDouble(tally.get(DIFFERENCE + model)) / samples,
        FixedPoint.toDouble(tally.get(DISTANCE + model)) / samples);
  }
}
