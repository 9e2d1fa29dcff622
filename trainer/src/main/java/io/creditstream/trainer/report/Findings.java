package io.creditstream.trainer.report;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.trainer.result.TrainingResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run found out, in sentences by topic. Which sentence is written depends on the figures
 * alone; every document draws on the same ones, so that no two of them can differ, and neither can
 * two languages.
 */
final class Findings {

  private Findings() {}

  static Map<String, List<String>> of(TrainingResult result, Bundle bundle, Words words) {
    Verdicts verdicts = Verdicts.of(result, words);
    OperatingPoint decisions =
        OperatingPoints.at(result.outOfFold(), bundle.policy().declineFrom());
    RunFindings run = new RunFindings(words);
    ComparisonFindings comparisons = new ComparisonFindings(words);
    QualityFindings quality = new QualityFindings(words);
    DecisionFindings decided = new DecisionFindings(words);
    ExplanationFindings explanations = new ExplanationFindings(words);
    DriftFindings drift = new DriftFindings(words);
    Conclusions conclusions = new Conclusions(words);
    Map<String, List<String>> findings = new TreeMap<>();
    findings.put("summary", conclusions.summary(result, verdicts, decisions));
    findings.put("committee", conclusions.committee(result, verdicts));
    findings.put("limits", conclusions.limits(result, verdicts));
    findings.put("improvements", conclusions.improvements(result, verdicts));
    findings.put("data", run.data(result));
    findings.put("method", run.method(result));
    findings.put("run", run.run(result, bundle));
    findings.put("protected", run.protectedAttributes(bundle));
    findings.put("monitoring", run.monitoring());
    findings.put("models", comparisons.models(result));
    findings.put("imbalance", comparisons.imbalance(result));
    findings.put("search", comparisons.search(result));
    findings.put("quality", quality.ranking(result));
    findings.put("stability", quality.stability(result));
    findings.put("calibration", quality.calibration(result));
    findings.put("leakage", quality.leakage(result));
    findings.put("cost", decided.cost(result));
    findings.put("decisions", decided.decisions(decisions));
    findings.put("fairness", decided.fairness(result, verdicts));
    findings.put("importance", explanations.importance(result, bundle.dictionary()));
    findings.put("examples", explanations.examples(result));
    findings.put("drift", drift.of(result, verdicts));
    findings.replaceAll((topic, sentences) -> sentences.stream().map(Words::sentence).toList());
    return findings;
  }
}
