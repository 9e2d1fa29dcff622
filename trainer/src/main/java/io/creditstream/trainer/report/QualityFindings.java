package io.creditstream.trainer.report;

import io.creditstream.trainer.result.Calibration;
import io.creditstream.trainer.result.LeakageCheck;
import io.creditstream.trainer.result.Quality;
import io.creditstream.trainer.result.TrainingResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How good the scores are, in sentences. */
final class QualityFindings {

  private static final double STEADY = 0.02;

  private QualityFindings() {}

  static List<String> ranking(TrainingResult result) {
    Quality quality = result.quality();
    return List.of(
        "AUC %s: of a defaulted and a repaid loan drawn at random, the defaulted one has the higher score in %s of all cases."
            .formatted(Words.interval(result.auc()), Words.percent(result.auc().value())),
        "Gini %s, KS %s, average precision %s at a default rate of %s."
            .formatted(
                Words.number(quality.gini()),
                Words.number(quality.ks()),
                Words.number(quality.prAuc()),
                Words.percent(result.data().defaultRate())),
        "All figures are of out-of-fold predictions. Curves are thinned for the page; the figures"
            + " are not.");
  }

  static List<String> stability(TrainingResult result) {
    if (result.foldAuc().isEmpty()) {
      return List.of("No folds were recorded.");
    }
    double low = Collections.min(result.foldAuc());
    double high = Collections.max(result.foldAuc());
    return List.of(
        "The AUC of the folds lies between %s and %s."
            .formatted(Words.number(low), Words.number(high)),
        high - low <= STEADY
            ? "The folds agree within %s: the result does not hang on how the loans were parted."
                .formatted(Words.number(STEADY, 2))
            : "The folds differ by %s: with so few defaults a fold, chance plays a part."
                .formatted(Words.number(high - low, 3)),
        "The interval of the AUC over all loans is %s to %s."
            .formatted(Words.number(result.auc().low()), Words.number(result.auc().high())));
  }

  static List<String> calibration(TrainingResult result) {
    Calibration calibration = result.calibration();
    double before = Verdicts.calibrationError(calibration.before());
    double after = Verdicts.calibrationError(calibration.after());
    List<String> said = new ArrayList<>();
    said.add(
        "Platt's scaling on out-of-fold scores: p = 1 / (1 + exp(−(%s · raw %s %s)))."
            .formatted(
                Words.number(calibration.slope()),
                calibration.offset() < 0 ? "−" : "+",
                Words.number(Math.abs(calibration.offset()))));
    said.add(
        "The mean difference between predicted and observed shares of defaults is %s before and %s after."
            .formatted(Words.number(before), Words.number(after)));
    if (after > before) {
      said.add(
          "Calibration did not lessen it: the scores were calibrated as they came from the trees.");
    }
    said.add(
        after <= Verdicts.CALIBRATION_LIMIT
            ? "That is within one percentage point: the probabilities can be read as such."
            : "That is more than one percentage point: the probabilities rank clients but should"
                + " not be read as shares.");
    said.add("Ranks are kept, so that the AUC is the same before and after.");
    return said;
  }

  static String calibrated(Verdicts verdicts) {
    return verdicts.calibrated()
        ? "The probabilities are calibrated: predicted and observed shares of defaults differ by"
            + " less than one percentage point on average."
        : "The probabilities are not well calibrated: predicted and observed shares of defaults"
            + " differ by more than one percentage point on average.";
  }

  static List<String> leakage(TrainingResult result) {
    LeakageCheck check = result.leakage();
    List<String> said = new ArrayList<>();
    said.add(
        check.suspected()
            ? "Suspected: the model, or a feature alone, is better than the limit of AUC %s, above which data of this kind leave no honest explanation. Look at the features below first: one of them may only be known after the loan."
                .formatted(Words.number(check.limit(), 2))
            : "Not suspected: neither the model nor a feature alone exceeds the limit of AUC %s."
                .formatted(Words.number(check.limit(), 2)));
    if (!check.suspects().isEmpty()) {
      said.add(
          "The strongest feature alone is %s with an AUC of %s."
              .formatted(
                  check.suspects().get(0).feature(), Words.number(check.suspects().get(0).auc())));
    }
    if (Double.isFinite(check.lateAuc())) {
      double loss = result.auc().value() - check.lateAuc();
      said.add(
          "A model fitted to the smaller client ids reaches an AUC of %s on the greatest ones, %s."
              .formatted(
                  Words.number(check.lateAuc()),
                  loss > STEADY
                      ? "clearly less than random folds suggest"
                      : "about what random folds suggest"));
    }
    return said;
  }
}
