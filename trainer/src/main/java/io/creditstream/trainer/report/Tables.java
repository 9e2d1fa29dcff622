package io.creditstream.trainer.report;

import io.creditstream.trainer.result.FeatureImportance;
import io.creditstream.trainer.result.FeatureShift;
import io.creditstream.trainer.result.Quality;
import io.creditstream.trainer.result.TrainingResult;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tables of the notes in Markdown. */
final class Tables {

  private static final int FEATURES = 15;
  private static final List<String> QUALITY =
      List.of(
          "AUC",
          "Gini",
          "PR-AUC",
          "KS",
          "Brier",
          "Log-loss",
          "Accuracy",
          "Recall",
          "Precision",
          "Cost");

  private Tables() {}

  static String summary(TrainingResult result, OperatingPoint at) {
    Quality quality = result.quality();
    return Markdown.table(
        List.of("Figure", "Value", "95 % interval"),
        List.of(
            List.of(
                "AUC",
                Words.number(quality.auc()),
                Words.number(result.auc().low()) + " to " + Words.number(result.auc().high())),
            List.of("Gini", Words.number(quality.gini()), ""),
            List.of("KS", Words.number(quality.ks()), ""),
            List.of("Average precision", Words.number(quality.prAuc()), ""),
            List.of("Brier score", Words.number(quality.brier()), ""),
            List.of("Log-loss", Words.number(quality.logLoss()), ""),
            List.of(
                "Threshold",
                Words.number(result.costCurve().threshold().value()),
                Words.number(result.costCurve().threshold().low())
                    + " to "
                    + Words.number(result.costCurve().threshold().high())),
            List.of(
                "Cost of an application",
                Words.number(result.costCurve().cost().value()),
                Words.number(result.costCurve().cost().low())
                    + " to "
                    + Words.number(result.costCurve().cost().high())),
            List.of("Accuracy", Words.percent(quality.accuracy()), ""),
            List.of("Approved", Words.percent(at.approvalRate()), ""),
            List.of("Defaults found (recall)", Words.percent(at.recall()), ""),
            List.of("Precision", Words.percent(at.precision()), ""),
            List.of("Defaults among the approved", Words.percent(at.badRate()), "")),
        "");
  }

  static String confusion(OperatingPoint at) {
    return Markdown.table(
        List.of("", "Repaid", "Defaulted"),
        List.of(
            List.of("Approved", Words.count(at.trueNegatives()), Words.count(at.falseNegatives())),
            List.of("Declined", Words.count(at.falsePositives()), Words.count(at.truePositives()))),
        "");
  }

  static String imbalance(TrainingResult result) {
    return Markdown.table(
        header("Treatment"),
        result.imbalance().stream()
            .map(
                method ->
                    quality(
                        method.method() + (method.chosen() ? " (chosen)" : ""), method.quality()))
            .toList(),
        "No treatments were compared.");
  }

  static String models(TrainingResult result) {
    return Markdown.table(
        with(header("Model"), "Fit, s", "Score, µs a row"),
        result.models().stream()
            .map(
                model ->
                    with(
                        quality(model.name(), model.quality()),
                        Words.number(model.fitSeconds(), 1),
                        Words.number(model.scoreMicros(), 1)))
            .toList(),
        "No other kinds of models were compared.");
  }

  static String importance(TrainingResult result, Map<String, String> words) {
    return Markdown.table(
        List.of("Feature", "Meaning", "Mean absolute contribution", "Splits"),
        result.importance().stream()
            .limit(FEATURES)
            .map((FeatureImportance i) -> importance(i, words))
            .toList(),
        "No importance was recorded.");
  }

  static String fairness(TrainingResult result) {
    return Markdown.table(
        List.of(
            "Attribute",
            "Group",
            "Loans",
            "Approved",
            "Approval ratio",
            "Defaults declined",
            "Good clients declined"),
        result.fairness().stream()
            .map(
                group ->
                    List.of(
                        group.attribute(),
                        group.group() + (group.large() ? "" : " (too small for a verdict)"),
                        Words.count(group.rows()),
                        Words.percent(group.approvalRate()),
                        Words.number(group.approvalRatio(), 3),
                        Words.percent(group.truePositiveRate()),
                        Words.percent(group.falsePositiveRate())))
            .toList(),
        "Groups were not known.");
  }

  static String shift(TrainingResult result) {
    return Markdown.table(
        List.of("Feature", "PSI", "KS", "Missing, training", "Missing, new", "Verdict"),
        result.shift().stream()
            .sorted(Comparator.comparingDouble(FeatureShift::psi).reversed())
            .limit(FEATURES)
            .map(
                shift ->
                    List.of(
                        shift.feature(),
                        Words.number(shift.psi()),
                        Words.number(shift.ks()),
                        Words.percent(shift.missingReference()),
                        Words.percent(shift.missingCurrent()),
                        shift.verdict()))
            .toList(),
        "There were no new applications.");
  }

  static String suspects(TrainingResult result) {
    return Markdown.table(
        List.of("Feature", "AUC alone"),
        result.leakage().suspects().stream()
            .map(suspect -> List.of(suspect.feature(), Words.number(suspect.auc())))
            .toList(),
        "No feature was looked at alone.");
  }

  static String pairs(Map<String, String> pairs) {
    return Markdown.table(
        List.of("Name", "Value"),
        new TreeMap<>(pairs)
            .entrySet().stream().map(pair -> List.of(pair.getKey(), pair.getValue())).toList(),
        "None.");
  }

  private static List<String> header(String name) {
    return Stream.concat(Stream.of(name), QUALITY.stream()).toList();
  }

  private static List<String> with(List<String> cells, String... more) {
    return Stream.concat(cells.stream(), Arrays.stream(more)).toList();
  }

  private static List<String> quality(String name, Quality quality) {
    return List.of(
        name,
        Words.number(quality.auc()),
        Words.number(quality.gini()),
        Words.number(quality.prAuc()),
        Words.number(quality.ks()),
        Words.number(quality.brier()),
        Words.number(quality.logLoss()),
        Words.percent(quality.accuracy()),
        Words.percent(quality.recall()),
        Words.percent(quality.precision()),
        Words.number(quality.cost()));
  }

  private static List<String> importance(FeatureImportance importance, Map<String, String> words) {
    return List.of(
        importance.feature(),
        words.getOrDefault(importance.feature(), ""),
        Words.number(importance.meanAbsContribution()),
        Words.count(importance.splits()));
  }
}
