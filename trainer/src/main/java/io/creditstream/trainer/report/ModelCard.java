package io.creditstream.trainer.report;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.trainer.result.TrainingResult;
import java.util.List;
import java.util.Map;

/**
 * A model card (Mitchell et al., "Model Cards for Model Reporting", 2019): what a model is for, how
 * well it does and for whom, and where it must not be trusted.
 */
final class ModelCard {

  private ModelCard() {}

  static String of(TrainingResult result, Bundle bundle, Map<String, List<String>> findings) {
    OperatingPoint at = OperatingPoints.at(result.outOfFold(), bundle.policy().declineFrom());
    return """
    # Model card: %s

    | | |
    |---|---|
    | Version | %s |
    | SHA-256 of the model | %s |
    | Made | %s |
    | Kind | gradient boosting of decision trees (LightGBM), %s, %s |
    | Answers | the calibrated probability of default, and the contribution of every feature to its log-odds |
    | Declines from | %s |

    ## Intended use

    Deciding on applications for consumer loans from clients with little credit history, by a lender whose clients resemble those of the training data; explaining each decision to the client and to the regulator. Decisions near the threshold, and those that a client contests, belong to a person.

    Not intended: pricing without a look at the calibration; clients, products or countries other than those of the data; any decision but that on a loan.

    ## Verdict

    %s

    ## Data

    %s

    ## Figures

    All of out-of-fold predictions: each loan was predicted by a model that was fitted without it.

    %s

    ## Calibration

    %s

    ## Fairness

    %s

    %s

    ## Protected attributes

    %s

    ## Limits

    %s

    ## Monitoring

    %s

    ## How to reproduce

    %s
    """
        .formatted(
            bundle.manifest().version(),
            bundle.manifest().version(),
            bundle.manifest().modelSha256(),
            bundle.manifest().createdAt(),
            Words.count(result.run().trees(), "tree"),
            Words.count(bundle.dictionary().size(), "feature"),
            Words.number(bundle.policy().declineFrom()),
            points(findings, "summary"),
            points(findings, "data"),
            Tables.summary(result, at),
            points(findings, "calibration"),
            points(findings, "fairness"),
            Tables.fairness(result),
            points(findings, "protected"),
            points(findings, "limits"),
            points(findings, "monitoring"),
            points(findings, "run"));
  }

  private static String points(Map<String, List<String>> findings, String topic) {
    return Markdown.points(findings.getOrDefault(topic, List.of()));
  }
}
