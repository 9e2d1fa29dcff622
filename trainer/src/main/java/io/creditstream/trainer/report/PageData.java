package io.creditstream.trainer.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.trainer.result.TrainingResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the scripts of a page draw.
 *
 * @param title of the page
 * @param subtitle one line below it
 * @param threshold probability from which the model declines
 * @param figures the most important ones
 * @param findings sentences by topic
 * @param words plain words by feature
 * @param operatingPoints see {@link OperatingPoints}
 * @param scoreBins see {@link ScoreBin}
 * @param result everything else
 */
record PageData(
    String title,
    String subtitle,
    double threshold,
    List<Figure> figures,
    Map<String, List<String>> findings,
    Map<String, String> words,
    List<OperatingPoint> operatingPoints,
    List<ScoreBin> scoreBins,
    ObjectNode result) {

  /** A figure that stands out. */
  record Figure(String name, String value) {}

  static PageData of(
      String title,
      TrainingResult result,
      Bundle bundle,
      Map<String, List<String>> findings,
      Words words) {
    double threshold = bundle.policy().declineFrom();
    return new PageData(
        title,
        "Model %s, made %s, %s, %s"
            .formatted(
                bundle.manifest().version(),
                bundle.manifest().createdAt().toString().substring(0, 10),
                words.count(bundle.dictionary().size(), "feature"),
                words.count(result.data().rows(), "loan")),
        threshold,
        figures(result, OperatingPoints.at(result.outOfFold(), threshold), words),
        findings,
        words(bundle),
        OperatingPoints.of(result.outOfFold(), threshold),
        ScoreBin.of(result.outOfFold()),
        ResultsJson.tree(result));
  }

  private static List<Figure> figures(
      TrainingResult result, OperatingPoint decisions, Words words) {
    return List.of(
        new Figure(
            "AUC, %s to %s"
                .formatted(
                    words.number(result.auc().low(), 3), words.number(result.auc().high(), 3)),
            words.number(result.auc().value())),
        new Figure("KS", words.number(result.quality().ks(), 3)),
        new Figure("Brier score", words.number(result.quality().brier())),
        new Figure("threshold", words.number(result.costCurve().threshold().value())),
        new Figure("cost of an application", words.number(result.costCurve().cost().value())),
        new Figure("approved", words.percent(decisions.approvalRate())),
        new Figure("defaults among the approved", words.percent(decisions.badRate())));
  }

  private static Map<String, String> words(Bundle bundle) {
    Map<String, String> words = new TreeMap<>();
    for (FeatureEntry entry : bundle.dictionary().entries()) {
      words.put(entry.name(), entry.en());
    }
    return words;
  }
}
