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

  private final Words words;

  QualityFindings(Words words) {
    this.words = words;
  }

  List<String> ranking(TrainingResult result) {
    Quality quality = result.quality();
    return List.of(
        words.say("quality.auc", words.interval(result.auc()), words.percent(result.auc().value())),
        words.say(
            "quality.others",
            words.number(quality.gini()),
            words.number(quality.ks()),
            words.number(quality.prAuc()),
            words.percent(result.data().defaultRate())),
        words.say("quality.source"));
  }

  List<String> stability(TrainingResult result) {
    if (result.foldAuc().isEmpty()) {
      return List.of(words.say("stability.none"));
    }
    double low = Collections.min(result.foldAuc());
    double high = Collections.max(result.foldAuc());
    return List.of(
        words.say("stability.folds", words.number(low), words.number(high)),
        high - low <= STEADY
            ? words.say("stability.agree", words.number(STEADY, 2))
            : words.say("stability.differ", words.number(high - low, 3)),
        words.say(
            "stability.interval",
            words.number(result.auc().low()),
            words.number(result.auc().high())));
  }

  List<String> calibration(TrainingResult result) {
    Calibration calibration = result.calibration();
    double before = Verdicts.calibrationError(calibration.before());
    double after = Verdicts.calibrationError(calibration.after());
    List<String> said = new ArrayList<>();
    said.add(
        words.say(
            "calibration.formula",
            words.number(calibration.slope()),
            calibration.offset() < 0 ? "−" : "+",
            words.number(Math.abs(calibration.offset()))));
    said.add(words.say("calibration.difference", words.number(before), words.number(after)));
    if (after > before) {
      said.add(words.say("calibration.vain"));
    }
    said.add(
        words.say(after <= Verdicts.CALIBRATION_LIMIT ? "calibration.good" : "calibration.bad"));
    said.add(words.say("calibration.ranks"));
    return said;
  }

  String calibrated(Verdicts verdicts) {
    return words.say(verdicts.calibrated() ? "calibrated.yes" : "calibrated.no");
  }

  List<String> leakage(TrainingResult result) {
    LeakageCheck check = result.leakage();
    List<String> said = new ArrayList<>();
    said.add(
        words.say(
            check.suspected() ? "leakage.suspected" : "leakage.none",
            words.number(check.limit(), 2)));
    if (!check.suspects().isEmpty()) {
      said.add(
          words.say(
              "leakage.strongest",
              check.suspects().get(0).feature(),
              words.number(check.suspects().get(0).auc())));
    }
    if (Double.isFinite(check.lateAuc())) {
      double loss = result.auc().value() - check.lateAuc();
      said.add(
          words.say(
              loss > STEADY ? "leakage.late.less" : "leakage.late.same",
              words.number(check.lateAuc())));
    }
    return said;
  }
}
