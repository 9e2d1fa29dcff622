package io.creditstream.trainer.report;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.trainer.result.TrainingResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run found out, in sentences by topic. Which sentence is written depends on the figures
 * alone; every document draws on the same ones, so that no two of them can differ.
 */
final class Findings {

  private Findings() {}

  static Map<String, List<String>> of(TrainingResult result, Bundle bundle) {
    Verdicts verdicts = Verdicts.of(result);
    OperatingPoint decisions =
        OperatingPoints.at(result.outOfFold(), bundle.policy().declineFrom());
    Map<String, List<String>> findings = new TreeMap<>();
    findings.put("summary", Conclusions.summary(result, verdicts, decisions));
    findings.put("committee", Conclusions.committee(result, verdicts));
    findings.put("limits", Conclusions.limits(result, verdicts));
    findings.put("improvements", Conclusions.improvements(result, verdicts));
    findings.put("data", RunFindings.data(result));
    findings.put("method", RunFindings.method(result));
    findings.put("run", RunFindings.run(result, bundle));
    findings.put("protected", RunFindings.protectedAttributes(bundle));
    findings.put("monitoring", RunFindings.monitoring());
    findings.put("models", ComparisonFindings.models(result));
    findings.put("imbalance", ComparisonFindings.imbalance(result));
    findings.put("search", ComparisonFindings.search(result));
    findings.put("quality", QualityFindings.ranking(result));
    findings.put("stability", QualityFindings.stability(result));
    findings.put("calibration", QualityFindings.calibration(result));
    findings.put("leakage", QualityFindings.leakage(result));
    findings.put("cost", DecisionFindings.cost(result));
    findings.put("decisions", DecisionFindings.decisions(decisions));
    findings.put("fairness", DecisionFindings.fairness(result, verdicts));
    findings.put("importance", ExplanationFindings.importance(result, bundle.dictionary()));
    findings.put("examples", ExplanationFindings.examples(result));
    findings.put("drift", DriftFindings.of(result, verdicts));
    findings.replaceAll((topic, sentences) -> sentences.stream().map(Words::sentence).toList());
    return findings;
  }
}
