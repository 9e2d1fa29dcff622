package io.creditstream.trainer;

import io.creditstream.trainer.evaluation.ConfusionMatrix;
import io.creditstream.trainer.evaluation.Evaluation;
import java.util.List;
import java.util.Locale;

/** An evaluation as text for a terminal. */
public final class EvaluationReport {

  private EvaluationReport() {}

  public static String of(Evaluation evaluation) {
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            "Model %s on %d loans, %d of which defaulted (%.2f %%)%n",
            evaluation.model(),
            evaluation.rows(),
            evaluation.defaults(),
            100.0 * evaluation.defaults() / evaluation.rows()));
    evaluation
        .intervals()
        .forEach(
            (name, interval) ->
                text.append(
                    format(
                        "  %-10s %.4f (%.4f to %.4f)%n",
                        name, interval.value(), interval.low(), interval.high())));
    ConfusionMatrix confusion = evaluation.confusion();
    text.append(
        format(
            """
            Cost is an application's, in %s, at the model's threshold %.4f
                              repaid  defaulted
            approved        %8d   %8d
            declined        %8d   %8d
            Greatest difference to LightGBM's own raw scores: %s
            """,
            evaluation.unit(),
            evaluation.threshold(),
            confusion.trueNegatives(),
            confusion.falseNegatives(),
            confusion.falsePositives(),
            confusion.truePositives(),
            evaluation.greatestDifference()));
    return text.toString();
  }

  /** What somebody should know before the figures are believed, a line each. */
  public static List<String> warnings(Evaluation evaluation) {
    Long known = evaluation.known();
    if (known == null) {
      return List.of(
          "the bundle does not tell which clients it was trained on; if some of these are among"
              + " them, the figures flatter it");
    }
    return known == 0
        ? List.of()
        : List.of(
            format(
                "the model was trained on at least %d of these clients, so that the figures flatter it",
                known));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
