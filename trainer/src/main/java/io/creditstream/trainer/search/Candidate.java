package io.creditstream.trainer.search;

import io.creditstream.trainer.fit.BoostingParameters;
import io.creditstream.trainer.result.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Hyper-parameters with what they came to so far. */
final class Candidate {

  private final int number;
  private final BoostingParameters parameters;
  private final List<TrialPart> parts = new ArrayList<>();

  Candidate(int number, BoostingParameters parameters) {
    this.number = number;
    this.parameters = parameters;
  }

  int number() {
    return number;
  }

  BoostingParameters parameters() {
    return parameters;
  }

  void add(TrialPart part) {
    parts.add(part);
  }

  int folds() {
    return parts.stream().mapToInt(TrialPart::folds).sum();
  }

  double logLoss() {
    return mean(TrialPart::logLoss);
  }

  Trial trial() {
    return new Trial(
        number,
        parameters.byName(),
        folds(),
        (int) Math.round(mean(TrialPart::trees)),
        mean(TrialPart::auc),
        logLoss(),
        mean(TrialPart::cost),
        parts.stream().mapToDouble(TrialPart::seconds).sum());
  }

  private double mean(ToDoubleFunction<TrialPart> figure) {
    return parts.stream().mapToDouble(part -> part.folds() * figure.applyAsDouble(part)).sum()
        / folds();
  }
}
