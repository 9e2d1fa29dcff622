package io.creditstream.trainer.report;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.trainer.result.FeatureImportance;
import io.creditstream.trainer.result.LocalExample;
import io.creditstream.trainer.result.TrainingResult;
import java.util.ArrayList;
import java.util.List;

/** What the model looks at, in sentences. */
final class ExplanationFindings {

  private static final int NAMED = 5;

  private final Words words;

  ExplanationFindings(Words words) {
    this.words = words;
  }

  List<String> importance(TrainingResult result, FeatureDictionary dictionary) {
    List<FeatureImportance> importance = result.importance();
    if (importance.isEmpty()) {
      return List.of(words.say("importance.none"));
    }
    double all = importance.stream().mapToDouble(FeatureImportance::meanAbsContribution).sum();
    double top =
        importance.stream().limit(NAMED).mapToDouble(FeatureImportance::meanAbsContribution).sum();
    long unused = importance.stream().filter(i -> i.splits() == 0).count();
    String first = importance.get(0).feature();
    return List.of(
        words.say("importance.first", first, meaning(first, dictionary)),
        words.say("importance.top", Math.min(NAMED, importance.size()), words.percent(top / all)),
        unused == 0
            ? words.say("importance.used")
            : words.counted(unused, "importance.unused", unused),
        words.say("importance.meaning"));
  }

  List<String> examples(TrainingResult result) {
    if (result.examples().isEmpty()) {
      return List.of(words.say("examples.none"));
    }
    List<String> said = new ArrayList<>();
    said.add(words.say("examples.reading"));
    for (LocalExample example : result.examples()) {
      if (!example.contributions().isEmpty()) {
        LocalExample.Contribution first = example.contributions().get(0);
        said.add(
            words.say(
                first.contribution() > 0 ? "examples.raises" : "examples.lowers",
                words.term(example.title()),
                words.percent(example.probability()),
                first.feature(),
                words.value(first.value())));
      }
    }
    return said;
  }

  private String meaning(String feature, FeatureDictionary dictionary) {
    int index = dictionary.indexOf(feature);
    return index < 0 ? words.say("importance.unknown") : words.meaning(dictionary.get(index));
  }
}
