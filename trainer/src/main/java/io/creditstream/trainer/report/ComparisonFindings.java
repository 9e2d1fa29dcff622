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

  private final Words words;

  ComparisonFindings(Words words) {
    this.words = words;
  }

  List<String> models(TrainingResult result) {
    if (result.models().isEmpty()) {
      return List.of(words.say("models.none"));
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
    said.add(words.say("models.count", words.count(byCost.size(), "kind")));
    said.add(
        words.say(
            "models.cheapest",
            words.term(cheapest.name()),
            words.number(cheapest.quality().cost()),
            words.number(cheapest.quality().auc())));
    if (sharpest != cheapest) {
      said.add(
          words.say(
              "models.sharpest",
              words.term(sharpest.name()),
              words.number(sharpest.quality().auc()),
              words.number(sharpest.quality().cost())));
    }
    if (byCost.size() > 1) {
      ModelResult next = byCost.get(1);
      said.add(
          words.say(
              "models.next",
              words.term(next.name()),
              words.percent(next.quality().cost() / cheapest.quality().cost() - 1)));
    }
    return said;
  }

  List<String> imbalance(TrainingResult result) {
    if (result.imbalance().isEmpty()) {
      return List.of(words.say("imbalance.none"));
    }
    List<ImbalanceResult> byCost =
        result.imbalance().stream()
            .sorted(Comparator.comparingDouble(method -> method.quality().cost()))
            .toList();
    Optional<ImbalanceResult> chosen = byCost.stream().filter(ImbalanceResult::chosen).findFirst();
    ImbalanceResult dearest = byCost.get(byCost.size() - 1);
    double more = dearest.quality().cost() / byCost.get(0).quality().cost() - 1;
    List<String> said = new ArrayList<>();
    said.add(words.say("imbalance.count", words.count(byCost.size(), "treatment")));
    chosen.ifPresent(
        method ->
            said.add(
                words.say(
                    "imbalance.chosen",
                    words.term(method.method()),
                    words.number(method.quality().cost()),
                    words.number(method.quality().auc()))));
    said.add(
        more < SLIGHT
            ? words.say("imbalance.slight")
            : words.say(
                "imbalance.dearest",
                byCost.size(),
                words.term(dearest.method()),
                words.percent(more)));
    return said;
  }

  List<String> search(TrainingResult result) {
    if (result.trials().isEmpty()) {
      return List.of(words.say("search.none"));
    }
    int folds = result.trials().stream().mapToInt(Trial::folds).max().orElse(0);
    List<Trial> whole = result.trials().stream().filter(trial -> trial.folds() == folds).toList();
    Trial best = whole.stream().min(Comparator.comparingDouble(Trial::logLoss)).orElseThrow();
    return List.of(
        words.say(
            "search.trials",
            words.count(result.trials().size(), "trial"),
            words.count(whole.size()),
            folds),
        words.say(
            "search.best",
            best.number(),
            words.number(best.logLoss(), 5),
            words.number(best.auc())),
        words.say("search.goal"));
  }
}
