package io.creditstream.trainer.report;

import io.creditstream.trainer.result.ImbalanceResult;
import io.creditstream.trainer.result.ModelResult;
import io.creditstream.trainer.result.TrainingResult;
import io.creditstream.trainer.result.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Comparisons on the same folds in sentences. */
final class ComparisonFindings {

  /** Differences in cost below this share are called slight. */
  private static final double SLIGHT = 0.005;

  private ComparisonFindings() {}

  static List<String> models(TrainingResult result) {
    if (result.models().isEmpty()) {
      return List.of("No other kinds of models were compared in this run.");
    }
    List<ModelResult> byCost =
        result.models().stream()
            .sorted(Comparator.comparingDouble(model -> model.quality().cost()))
            .toList();
    ModelResult cheapest = byCost.get(0);
    ModelResult sharpest =
        result.models().stream()
            .max(Comparator.comparingDouble(model -> model.quality().auc()))
            .orElse(cheapest);
    List<String> said = new ArrayList<>();
    said.add(
        "%s were cross-validated on the same folds, each with the threshold that is cheapest for it."
            .formatted(Words.count(byCost.size(), "kind") + " of models"));
    said.add(
        "%s costs least: %s an application, with an AUC of %s."
            .formatted(
                cheapest.name(),
                Words.number(cheapest.quality().cost()),
                Words.number(cheapest.quality().auc())));
    if (sharpest != cheapest) {
      said.add(
          "%s has the highest AUC (%s), yet costs %s."
              .formatted(
                  sharpest.name(),
                  Words.number(sharpest.quality().auc()),
                  Words.number(sharpest.quality().cost())));
    }
    if (byCost.size() > 1) {
      ModelResult next = byCost.get(1);
      said.add(
          "The next, %s, costs %s more."
              .formatted(
                  next.name(),
                  Words.percent(next.quality().cost() / cheapest.quality().cost() - 1)));
    }
    return said;
  }

  static List<String> imbalance(TrainingResult result) {
    if (result.imbalance().isEmpty()) {
      return List.of("No treatments of imbalance were compared in this run.");
    }
    List<ImbalanceResult> byCost =
        result.imbalance().stream()
            .sorted(Comparator.comparingDouble(method -> method.quality().cost()))
            .toList();
    Optional<ImbalanceResult> chosen = byCost.stream().filter(ImbalanceResult::chosen).findFirst();
    double least = byCost.get(0).quality().cost();
    double most = byCost.get(byCost.size() - 1).quality().cost();
    List<String> said = new ArrayList<>();
    said.add(
        "%s were compared on the same folds, after calibration, each with the threshold that is cheapest for it."
            .formatted(Words.count(byCost.size(), "treatment")));
    chosen.ifPresent(
        method ->
            said.add(
                "Chosen by business cost: %s, at %s an application with an AUC of %s."
                    .formatted(
                        method.method(),
                        Words.number(method.quality().cost()),
                        Words.number(method.quality().auc()))));
    said.add(
        most / least - 1 < SLIGHT
            ? "The treatments differ by less than half a percent of cost: after calibration and"
                + " with a threshold chosen by cost, the treatment hardly matters here."
            : "The dearest of the %d treatments, %s, costs %s more than the cheapest."
                .formatted(
                    byCost.size(),
                    byCost.get(byCost.size() - 1).method(),
                    Words.percent(most / least - 1)));
    return said;
  }

  static List<String> search(TrainingResult result) {
    if (result.trials().isEmpty()) {
      return List.of("No search for hyper-parameters was made in this run.");
    }
    int folds = result.trials().stream().mapToInt(Trial::folds).max().orElse(0);
    List<Trial> whole = result.trials().stream().filter(trial -> trial.folds() == folds).toList();
    Trial best = whole.stream().min(Comparator.comparingDouble(Trial::logLoss)).orElseThrow();
    return List.of(
        "%s; %s of them went through all %d folds, the others were given up as weak after fewer."
            .formatted(
                Words.count(result.trials().size(), "trial"), Words.count(whole.size()), folds),
        "Best is trial %d with a log-loss of %s and an AUC of %s."
            .formatted(best.number(), Words.number(best.logLoss(), 5), Words.number(best.auc())),
        "The search minimises the log-loss, which rewards right probabilities rather than ranks"
            + " alone.");
  }
}
