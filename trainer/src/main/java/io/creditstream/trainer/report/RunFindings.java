package io.creditstream.trainer.report;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.trainer.result.DataSummary;
import io.creditstream.trainer.result.TrainingResult;
import io.creditstream.trainer.search.SearchBudget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The data and the making of a model in sentences. */
final class RunFindings {

  private static final double MOSTLY_MISSING = 0.5;

  private RunFindings() {}

  static List<String> data(TrainingResult result) {
    DataSummary data = result.data();
    List<String> said = new ArrayList<>();
    said.add(
        "%s with known outcomes, %s of which defaulted (%s)."
            .formatted(
                Words.count(data.rows(), "loan"),
                Words.count(data.defaults()),
                Words.percent(data.defaultRate())));
    long categories = data.columns().stream().filter(c -> !c.levels().isEmpty()).count();
    said.add(
        "%s: %d numbers and %d categories."
            .formatted(
                Words.count(data.columns().size(), "feature"),
                data.columns().size() - categories,
                categories));
    List<DataSummary.Column> sparse =
        data.columns().stream()
            .filter(column -> column.missingRate() > MOSTLY_MISSING)
            .sorted(Comparator.comparingDouble(DataSummary.Column::missingRate).reversed())
            .toList();
    said.add(
        sparse.isEmpty()
            ? "No feature is missing in more than half of the loans."
            : "%s missing in more than half of the loans, most of all %s. A missing value is a value of its own to the trees; nothing is filled in."
                .formatted(
                    sparse.size() == 1 ? "One feature is" : sparse.size() + " features are",
                    Words.list(
                        sparse.stream().limit(5).map(DataSummary.Column::feature).toList())));
    said.add(
        data.missingTables().isEmpty()
            ? "All tables of history were there."
            : "Tables of history that were not there: %s."
                .formatted(Words.list(data.missingTables())));
    return said;
  }

  static List<String> method(TrainingResult result) {
    return List.of(
        "Every feature is computed by the code that also computes it when an application is"
            + " scored.",
        "%d stratified folds: each fold has the same share of defaults, and every loan is predicted by a model that was fitted without it."
            .formatted(result.run().folds()),
        "The model is gradient boosting of decision trees (LightGBM) on the binary log-loss,"
            + " stopped early where the log-loss of unseen rows no longer falls.",
        "Categories are split on their levels as of training; a level that was not seen in training"
            + " is treated as such.",
        "The probabilities are calibrated by Platt's scaling on out-of-fold scores, folded into the"
            + " trees.",
        "The threshold is the one with the least business cost on the calibrated out-of-fold"
            + " probabilities.",
        "The final model is fitted to all loans, with %s."
            .formatted(Words.count(result.run().trees(), "tree")),
        "All that is random comes from the seed %d.".formatted(result.run().seed()));
  }

  static List<String> run(TrainingResult result, Bundle bundle) {
    return List.of(
        "The run began at %s and took %s seconds."
            .formatted(result.run().startedAt(), Words.count(result.run().duration().toSeconds())),
        "Run ./creditstream train with the same data, settings and seed %d%s: it gives the model with the SHA-256 %s again."
            .formatted(result.run().seed(), insteadOfTime(result), bundle.manifest().modelSha256()),
        "The settings and the parameters of the model are listed in the training report and in"
            + " results.json.",
        "The manifest of the bundle seals every file by its SHA-256.");
  }

  /** How far a search by time comes depends on the machine; rounds of trials do not. */
  private static String insteadOfTime(TrainingResult result) {
    return result.run().settings().containsKey(SearchBudget.TIME)
        ? ", but --trials %d in place of --%s".formatted(result.trials().size(), SearchBudget.TIME)
        : "";
  }

  static List<String> protectedAttributes(Bundle bundle) {
    List<String> names =
        bundle.dictionary().entries().stream()
            .filter(entry -> !entry.showable())
            .map(FeatureEntry::name)
            .toList();
    List<String> said = new ArrayList<>();
    said.add(
        bundle.dictionary().indexOf("CODE_GENDER") < 0
            ? "Gender is no feature of the model."
            : "Gender is a feature of the model: the run was told to use it.");
    said.add(
        names.isEmpty()
            ? "No other protected attribute and no close proxy is a feature."
            : "Protected attributes or their close proxies among the features: %s. They are never given to a client as a reason."
                .formatted(Words.list(names)));
    said.add(
        "Leaving an attribute out does not make a model blind to it: other features may stand for"
            + " it. So decisions are compared by group all the same.");
    return said;
  }

  static List<String> monitoring() {
    return List.of(
        "Every decision names its model by version and SHA-256, and can be repeated from its"
            + " recorded inputs.",
        "The drift monitor compares what is scored with the reference in the bundle, whose bins"
            + " were frozen at training: PSI, Kolmogorov-Smirnov distance, missing and unseen"
            + " values.",
        "A verdict takes the number of applications and of features into account; an alert rises on"
            + " two of three windows.",
        "A new champion must not cost more than this model on the loans that both know; rollback"
            + " returns to the champion before.");
  }
}
