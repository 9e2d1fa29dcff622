package io.creditstream.advisor.web;

import io.creditstream.advisor.wording.Formats;
import io.creditstream.advisor.wording.ScoreSentence;
import io.creditstream.advisor.wording.Wording;
import java.util.Locale;

/**
 * Risk and limit on a bar, in the units of a drawing 640 wide. The bar ends at a share that leaves
 * both in sight.
 */
public record Gauge(
    String label,
    String referWidth,
    boolean hasReferral,
    String referX,
    String referralWidth,
    String limitX,
    String limitAnchor,
    String limitText,
    String marker,
    String riskX,
    String riskAnchor,
    String riskText,
    String zeroText,
    String endText) {

  private static final double LEFT = 20;
  private static final double WIDTH = 600;
  private static final double[] ENDS = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1};

  /**
   * The bar of a score.
   *
   * @param referFrom probability from which a person decides, at most the limit
   */
  static Gauge of(
      double probability, double limit, double referFrom, String sentence, Wording wording) {
    double end = end(Math.max(probability * 1.1, limit * 1.8));
    Formats formats = wording.formats();
    int decimals = ScoreSentence.decimals(probability, limit);
    double risk = x(probability, end);
    double refer = x(Math.min(referFrom, limit), end);
    double bound = x(limit, end);
    return new Gauge(
        sentence,
        number(refer - LEFT),
        referFrom < limit,
        number(refer),
        number(bound - refer),
        number(bound),
        anchor(bound),
        wording.messages().text("gauge.limit", formats.percent(limit, decimals)),
        "%s,42 %s,24 %s,24".formatted(number(risk), number(risk - 9), number(risk + 9)),
        number(risk),
        anchor(risk),
        wording.messages().text("gauge.risk", formats.percent(probability, decimals)),
        bound < LEFT + 90 ? "" : formats.percent(0, 0),
        bound > LEFT + WIDTH - 90 ? "" : formats.percent(end, 0));
  }

  private static double end(double reach) {
    for (double end : ENDS) {
      if (reach <= end) {
        return end;
      }
    }
    return 1;
  }

  private static double x(double share, double end) {
    return LEFT + WIDTH * Math.min(1, Math.max(0, share / end));
  }

  private static String anchor(double x) {
    return x < LEFT + 60 ? "start" : x > LEFT + WIDTH - 60 ? "end" : "middle";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
