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

  private final Words words;

  RunFindings(Words words) {
    this.words = words;
  }

  List<String> data(TrainingResult result) {
    DataSummary data = result.data();
    List<String> said = new ArrayList<>();
    said.add(
        words.say(
            "data.loans",
            words.count(data.rows(), "loan"),
            words.count(data.defaults()),
            words.percent(data.defaultRate())));
    long categories = data.columns().stream().filter(c -> !c.levels().isEmpty()).count();
    said.add(
        words.say(
            "data.features",
            words.count(data.columns().size(), "feature"),
            data.columns().size() - categories,
            categories));
    List<DataSummary.Column> sparse =
        data.columns().stream()
            .filter(column -> column.missingRate() > MOSTLY_MISSING)
            .sorted(Comparator.comparingDouble(DataSummary.Column::missingRate).reversed())
            .toList();
    said.add(
        sparse.isEmpty()
            ? words.say("data.sparse.none")
            : words.counted(
                sparse.size(),
                "data.sparse",
                sparse.size(),
                words.list(sparse.stream().limit(5).map(DataSummary.Column::feature).toList())));
    said.add(
        data.missingTables().isEmpty()
            ? words.say("data.tables.all")
            : words.say("data.tables.missing", words.list(data.missingTables())));
    return said;
  }

  List<String> method(TrainingResult result) {
    return List.of(
        words.say("method.features"),
        words.say("method.folds", result.run().folds()),
        words.say("method.model"),
        words.say("method.levels"),
        words.say("method.calibration"),
        words.say("method.threshold"),
        words.say("method.final", words.count(result.run().trees(), "tree")),
        words.say("method.seed", result.run().seed()));
  }

  List<String> run(TrainingResult result, Bundle bundle) {
    return List.of(
        words.say(
            "run.time", result.run().startedAt(), words.count(result.run().duration().toSeconds())),
        words.say(
            "run.again",
            result.run().seed(),
            insteadOfTime(result),
            bundle.manifest().modelSha256()),
        words.say("run.settings"),
        words.say("run.manifest"));
  }

  /** How far a search by time comes depends on the machine; rounds of trials do not. */
  private String insteadOfTime(TrainingResult result) {
    return result.run().settings().containsKey(SearchBudget.TIME)
        ? words.say("run.again.trials", result.trials().size(), SearchBudget.TIME)
        : "";
  }

  List<String> protectedAttributes(Bundle bundle) {
    List<String> names =
        bundle.dictionary().entries().stream()
            .filter(entry -> !entry.showable())
            .map(FeatureEntry::name)
            .toList();
    boolean gender = bundle.dictionary().indexOf("CODE_GENDER") >= 0;
    return List.of(
        words.say(gender ? "protected.gender.yes" : "protected.gender.no"),
        names.isEmpty()
            ? words.say("protected.none")
            : words.say("protected.some", words.list(names)),
        words.say("protected.proxies"));
  }

  List<String> monitoring() {
    return List.of(
        words.say("monitoring.lineage"),
        words.say("monitoring.drift"),
        words.say("monitoring.verdict"),
        words.say("monitoring.gate"));
  }
}
