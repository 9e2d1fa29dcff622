package io.creditstream.trainer.report;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.trainer.result.TrainingResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The note on how a model was trained and what was found: about seven pages. */
final class Methodology {

  private Methodology() {}

  static String of(TrainingResult result, Bundle bundle, Map<String, List<String>> findings) {
    return String.join(
        "\n",
        introduction(bundle, findings),
        training(result, findings),
        imbalance(result, findings),
        cost(result, findings),
        results(result, bundle, findings),
        interpretability(result, bundle, findings),
        fairness(result, findings),
        limits(result, findings),
        drift(result, findings),
        appendix(result, findings));
  }

  private static String introduction(Bundle bundle, Map<String, List<String>> findings) {
    return """
    # Methodology: model %s

    This note was written by the training run itself. Every figure and every conclusion in it comes from that run. The charts are in report.html, the figures for machines in results.json.

    ## 1. Summary

    %s

    What is asked of those who decide about its use:

    %s

    ## 2. Data

    %s

    The features come from the application itself and from five kinds of history: credits at other lenders with their monthly balances, previous applications, balances of point-of-sale and cash loans, balances of credit cards, and payments of instalments. They are ratios, recency, trends, days late, utilisation and refusals. Known oddities of the data become missing values (a placeholder of 365,243 days, −1 for an unknown area) or stay what they are, a level of their own (XNA). Each feature is declared once, and the same code computes it from files and from the stream: what the model was fitted to is what it sees in use, bit for bit.
    """
        .formatted(
            bundle.manifest().version(),
            points(findings, "summary"),
            points(findings, "committee"),
            points(findings, "data"));
  }

  private static String training(TrainingResult result, Map<String, List<String>> findings) {
    return """
    ## 3. Training method

    %s

    **Validation.** The loans are parted into %d folds at random, with the same share of defaults in each and no client in two of them. A model is fitted to all folds but one and predicts the loans of that one, until every loan is predicted once. These out-of-fold predictions are the source of every figure below, of the calibration and of the threshold. The folds are the same in every comparison, so that differences are those of the methods and not of the loans.

    **Optimiser.** Gradient boosting adds one tree after the other. Each is fitted to the gradient and the curvature of the log-loss at the present scores, and its leaves are Newton steps, shortened by the learning rate. The number of trees is found by early stopping; the final model takes that number and is fitted to all loans.

    **Objective and metric.** The objective is the binary log-loss, a proper scoring rule: it is least when the predicted probability is the true one. AUC is reported beside it since it is what others report. Neither knows what a wrong decision costs: that enters with the threshold.

    **Search.** %s

    **Calibration.** %s A sigmoid of two parameters was taken rather than isotonic regression since it keeps the ranks, needs few defaults, and can be folded into the leaves of the trees: every reader of the model text computes the calibrated probability.

    **Kinds of models.** %s

    %s
    """
        .formatted(
            points(findings, "method"),
            result.run().folds(),
            paragraph(findings, "search"),
            paragraph(findings, "calibration"),
            paragraph(findings, "models"),
            Tables.models(result));
  }

  private static String imbalance(TrainingResult result, Map<String, List<String>> findings) {
    return """
    ## 4. Treatment of imbalance

    Only %s of the loans defaulted. A model that calls every loan good is right in %s of all cases and useless, which is why accuracy decides nothing here. What can be done: nothing, with a threshold below one half; weights that make a default count more; leaving out good loans (undersampling); making up defaults between real ones (SMOTE). The last three change the share of defaults that the model sees, so that its probabilities are too high until they are calibrated.

    %s

    %s
    """
        .formatted(
            Words.percent(result.data().defaultRate()),
            Words.percent(1 - result.data().defaultRate()),
            Tables.imbalance(result),
            paragraph(findings, "imbalance"));
  }

  private static String cost(TrainingResult result, Map<String, List<String>> findings) {
    return """
    ## 5. Cost function and threshold

    A lender loses far more by a loan that defaults than by a good client who is refused. The cost of an application is the mean, over all loans, of the cost of the missed defaults and of the refused good clients; right decisions cost nothing. %s

    If a missed default costs r times a refused good client and the probabilities are right, the best threshold is 1 / (1 + r): declining is then worth it as soon as the expected loss exceeds the margin forgone. The threshold is nevertheless found on the data, since probabilities are never quite right: all distinct out-of-fold probabilities are tried, and the cheapest is taken.

    The intervals come from a bootstrap: loans are drawn with replacement as often as there are loans, and the cheapest threshold and its cost are found anew each time; the interval spans the middle 95 %% of these. A wide interval of the threshold beside a narrow one of the cost means that the curve is flat: the exact threshold then matters little.
    """
        .formatted(paragraph(findings, "cost"));
  }

  private static String results(
      TrainingResult result, Bundle bundle, Map<String, List<String>> findings) {
    OperatingPoint at = OperatingPoints.at(result.outOfFold(), bundle.policy().declineFrom());
    return """
    ## 6. Results

    %s

    %s

    Decisions at the threshold, on out-of-fold predictions:

    %s

    %s

    **Stability.** %s

    **Leakage.** %s

    %s
    """
        .formatted(
            Tables.summary(result, at),
            paragraph(findings, "quality"),
            Tables.confusion(at),
            paragraph(findings, "decisions"),
            paragraph(findings, "stability"),
            paragraph(findings, "leakage"),
            Tables.suspects(result));
  }

  private static String interpretability(
      TrainingResult result, Bundle bundle, Map<String, List<String>> findings) {
    Map<String, String> words =
        bundle.dictionary().entries().stream()
            .collect(Collectors.toMap(FeatureEntry::name, FeatureEntry::en));
    return """
    ## 7. Interpretability

    **Method.** The contribution of a feature to a score is its SHAP value (Lundberg and Lee, 2017): the share of the score that is due to the feature, averaged over all orders in which features could become known. For trees it is computed exactly (TreeSHAP, Lundberg et al., 2020). Contributions and base value add up to the log-odds of the very probability that is decided on.

    **Global.** %s

    %s

    **Local.** %s

    The same contributions are computed for each declined or referred application in use. Up to four that raise the risk, of features that may be shown, become the reasons given to the client.
    """
        .formatted(
            paragraph(findings, "importance"),
            Tables.importance(result, words),
            paragraph(findings, "examples"));
  }

  private static String fairness(TrainingResult result, Map<String, List<String>> findings) {
    return """
    ## 8. Fairness

    Decisions at the threshold are compared by group. The approval ratio is the approval rate of a group over the highest one among groups large enough for a verdict; below 0.8 adverse impact is presumed (the four-fifths rule). Beside it stand the shares of good clients and of defaults that are declined: equal ones would mean that a client is judged alike whatever the group (equalised odds).

    %s

    %s

    %s
    """
        .formatted(
            Tables.fairness(result), points(findings, "fairness"), points(findings, "protected"));
  }

  private static String limits(TrainingResult result, Map<String, List<String>> findings) {
    return """
    ## 9. Limits and improvements

    What this model and these figures cannot tell:

    %s

    What would make it better, in the order of what this run suggests:

    %s
    """
        .formatted(points(findings, "limits"), points(findings, "improvements"));
  }

  private static String drift(TrainingResult result, Map<String, List<String>> findings) {
    return """
    ## 10. Drift: new applications against training

    The population stability index compares the shares of bins: the sum of (p − q) · ln(p / q) over ten bins of equal count at training, one for missing and one for unseen values. The Kolmogorov-Smirnov distance is the greatest difference of the cumulative shares. Both are computed on all new applications at once against all loans trained on.

    %s

    %s

    Once the model is in use:

    %s
    """
        .formatted(points(findings, "drift"), Tables.shift(result), points(findings, "monitoring"));
  }

  private static String appendix(TrainingResult result, Map<String, List<String>> findings) {
    return """
    ## Appendix: how to repeat the run

    %s

    Settings:

    %s

    Parameters of the model:

    %s
    """
        .formatted(
            points(findings, "run"),
            Tables.pairs(result.run().settings()),
            Tables.pairs(result.run().parameters()));
  }

  private static String points(Map<String, List<String>> findings, String topic) {
    return Markdown.points(findings.getOrDefault(topic, List.of()));
  }

  private static String paragraph(Map<String, List<String>> findings, String topic) {
    return Markdown.paragraph(findings.getOrDefault(topic, List.of()));
  }
}
