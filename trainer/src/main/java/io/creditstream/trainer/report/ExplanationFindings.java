package io.creditstream.trainer.report;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.trainer.result.FeatureImportance;
import io.creditstream.trainer.result.LocalExample;
import io.creditstream.trainer.result.TrainingResult;
import java.util.ArrayList;
import java.util.List;

/** What the model looks at, in sentences. */
final class ExplanationFindings {

  private static final int NAMED = 5;

  private ExplanationFindings() {}

  static List<String> importance(TrainingResult result, FeatureDictionary dictionary) {
    List<FeatureImportance> importance = result.importance();
    if (importance.isEmpty()) {
      return List.of("No importance was recorded.");
    }
    double all = importance.stream().mapToDouble(FeatureImportance::meanAbsContribution).sum();
    double top =
        importance.stream().limit(NAMED).mapToDouble(FeatureImportance::meanAbsContribution).sum();
    long unused = importance.stream().filter(i -> i.splits() == 0).count();
    List<String> said = new ArrayList<>();
    said.add(
        "Most important is %s (%s)."
            .formatted(
                importance.get(0).feature(), words(importance.get(0).feature(), dictionary)));
    said.add(
        "The first %d features make up %s of all contributions."
            .formatted(Math.min(NAMED, importance.size()), Words.percent(top / all)));
    said.add(
        unused == 0
            ? "Every feature is split on at least once."
            : "%s never split on."
                .formatted(unused == 1 ? "One feature is" : unused + " features are"));
    said.add(
        "Mean |contribution| is the mean absolute SHAP value over a sample of loans, in log-odds;"
            + " gain and splits speak of fitting alone and favour features of many values.");
    return said;
  }

  static List<String> examples(TrainingResult result) {
    if (result.examples().isEmpty()) {
      return List.of("No examples were recorded.");
    }
    List<String> said = new ArrayList<>();
    said.add(
        "Each example starts at the score of an average client and adds the contribution of each"
            + " feature; they sum to the score of the client exactly. Red raises the risk, blue"
            + " lowers it.");
    for (LocalExample example : result.examples()) {
      if (!example.contributions().isEmpty()) {
        LocalExample.Contribution first = example.contributions().get(0);
        said.add(
            "%s (probability of default %s): the largest contribution is that of %s = %s, which %s the risk."
                .formatted(
                    example.title(),
                    Words.percent(example.probability()),
                    first.feature(),
                    first.value(),
                    first.contribution() > 0 ? "raises" : "lowers"));
      }
    }
    return said;
  }

  private static String words(String feature, FeatureDictionary dictionary) {
    int index = dictionary.indexOf(feature);
    return index < 0 ? "unknown to the dictionary" : dictionary.get(index).en();
  }
}
