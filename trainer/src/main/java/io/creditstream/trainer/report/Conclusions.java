package io.creditstream.trainer.report;

import io.creditstream.trainer.result.TrainingResult;
import java.util.ArrayList;
import java.util.List;

/** What follows from all findings together. */
final class Conclusions {

  private Conclusions() {}

  static List<String> summary(TrainingResult result, Verdicts verdicts, OperatingPoint decisions) {
    List<String> said = new ArrayList<>();
    said.add(
        "Of %s %s defaulted. Predicted by models that were fitted without the loan, defaults are told from good loans with an AUC of %s."
            .formatted(
                Words.count(result.data().rows(), "loan"),
                Words.percent(result.data().defaultRate()),
                Words.interval(result.auc())));
    said.add(DecisionFindings.saving(result, verdicts));
    said.add(
        "At the threshold %s of the applications are approved; %s of the defaults are found."
            .formatted(Words.percent(decisions.approvalRate()), Words.percent(decisions.recall())));
    said.add(QualityFindings.calibrated(verdicts));
    said.add(
        verdicts.leaked()
            ? "The result is better than this kind of data allows: the outcome may have leaked into"
                + " the features."
            : "Nothing suggests that the outcome leaked into the features.");
    said.add(DecisionFindings.fair(result, verdicts));
    said.add(DriftFindings.verdict(result, verdicts));
    return said;
  }

  static List<String> committee(TrainingResult result, Verdicts verdicts) {
    List<String> said = new ArrayList<>();
    if (verdicts.nothingAgainst()) {
      said.add(
          "No check of this run speaks against the model. As champion it also has to pass the gate"
              + " against the present champion, on the loans that both know.");
    }
    if (verdicts.leaked()) {
      said.add(
          "Do not use the model before its strongest features were examined: the outcome may have"
              + " leaked into them. The gate refuses it.");
    }
    if (!verdicts.saves()) {
      said.add(
          "Do not use the model to decide: beyond chance it costs no less than deciding all"
              + " applications alike.");
    }
    if (!verdicts.adverse().isEmpty()) {
      said.add(
          "Decide whether the difference in approval of %s can be justified; where the gate holds the attribute to its bound, as it does gender, it asks for a reason that is recorded."
              .formatted(Words.list(verdicts.adverse())));
    }
    if (!verdicts.calibrated()) {
      said.add(
          "Do not price loans by the probabilities: predicted and observed shares of defaults"
              + " differ too much.");
    }
    if (!verdicts.alerts().isEmpty()) {
      said.add(
          "Find out why new applications differ in %s before the model decides on them."
              .formatted(Words.list(verdicts.alerts())));
    }
    said.add(
        "Agree on the cost of a missed default against a refused good client: the threshold follows from it (%s)."
            .formatted(result.costCurve().unit()));
    said.add("Agree on who reviews drift alerts, and when the model is trained anew.");
    return said;
  }

  static List<String> limits(TrainingResult result, Verdicts verdicts) {
    List<String> said = new ArrayList<>();
    said.add(
        "The outcomes are those of loans that were granted: how refused applicants would have done"
            + " is unknown, and the model may err most where it was refused most.");
    said.add(
        "Cross-validation parts the loans at random. It shows how the model does on loans like"
            + " these, not on those of another time, country or product.");
    said.add(
        "The figures at the threshold come from the predictions that the threshold was chosen on."
            + " Its interval shows how little or much that flatters.");
    said.add(
        "Contributions say how the model came to its score, not what would happen if a client"
            + " changed.");
    said.add("Partial dependence assumes that a feature can be changed while others stay.");
    if (!result.data().missingTables().isEmpty()) {
      said.add(
          "The model knows nothing of %s, which was not there."
              .formatted(Words.list(result.data().missingTables())));
    }
    if (result.fairness().isEmpty()) {
      said.add("Groups were not known, so nothing is said about fairness.");
    } else {
      said.add(
          "Fairness was looked at one attribute at a time; groups of several attributes together"
              + " were not.");
    }
    if (!verdicts.calibrated()) {
      said.add("The probabilities are not calibrated well enough to price loans by.");
    }
    if (result.shift().isEmpty()) {
      said.add("There were no new applications, so drift against training is unknown.");
    }
    said.add(
        "The predictions in holdout.csv carry pseudonyms of client ids. Whoever has the ids can"
            + " tell them: the bundle is to be kept like client data.");
    return said;
  }

  static List<String> improvements(TrainingResult result, Verdicts verdicts) {
    List<String> said = new ArrayList<>();
    if (result.trials().isEmpty()) {
      said.add("Search for hyper-parameters: this run made no search.");
    }
    if (result.models().isEmpty()) {
      said.add("Compare other kinds of models on the same folds.");
    }
    if (!result.data().missingTables().isEmpty()) {
      said.add("Train with the missing tables of history.");
    }
    double width = result.auc().high() - result.auc().low();
    if (width > 0.02) {
      said.add(
          "Gather more loans with outcomes: the interval of the AUC is %s wide."
              .formatted(Words.number(width, 3)));
    }
    if (!verdicts.adverse().isEmpty()) {
      said.add(
          "Look for less discriminatory features or thresholds, since some groups are approved far"
              + " less often.");
    }
    if (!verdicts.alerts().isEmpty()) {
      said.add("Train on newer loans, since new applications differ from those trained on.");
    }
    said.add("Hold the loans of the last months out, once their dates are known.");
    said.add("State costs as amounts: loss given default by credit amount, and margin.");
    said.add("Score refused applications too, and follow those that another lender granted.");
    return said;
  }
}
