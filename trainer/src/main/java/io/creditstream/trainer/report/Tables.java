package io.creditstream.trainer.report;

import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.trainer.result.FeatureImportance;
import io.creditstream.trainer.result.FeatureShift;
import io.creditstream.trainer.result.TrainingResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables of the notes in Markdown. */
final class Tables {

  private static final int FEATURES = 15;

  private final Words words;

  Tables(Words words) {
    this.words = words;
  }

  String confusion(OperatingPoint at) {
    return Markdown.table(
        header("", "repaid", "defaulted"),
        List.of(
            List.of(
                words.say("table.approved"),
                words.count(at.trueNegatives()),
                words.count(at.falseNegatives())),
            List.of(
                words.say("table.declined"),
                words.count(at.falsePositives()),
                words.count(at.truePositives()))),
        "");
  }

  String importance(TrainingResult result, List<FeatureEntry> entries) {
    Map<String, String> meanings =
        entries.stream().collect(Collectors.toMap(FeatureEntry::name, words::meaning));
    return Markdown.table(
        header("feature", "meaning", "contribution", "splits"),
        result.importance().stream()
            .limit(FEATURES)
            .map((FeatureImportance one) -> importance(one, meanings))
            .toList(),
        words.say("importance.none"));
  }

  private List<String> importance(FeatureImportance importance, Map<String, String> meanings) {
    return List.of(
        importance.feature(),
        meanings.getOrDefault(importance.feature(), ""),
        words.number(importance.meanAbsContribution()),
        words.count(importance.splits()));
  }

  String fairness(TrainingResult result) {
    return Markdown.table(
        header(
            "attribute", "group", "loans", "approved", "ratio", "defaultsDeclined", "goodDeclined"),
        result.fairness().stream()
            .map(
                group ->
                    List.of(
                        words.term(group.attribute()),
                        group.large()
                            ? words.term(group.group())
                            : words.say("table.group.small", words.term(group.group())),
                        words.count(group.rows()),
                        words.percent(group.approvalRate()),
                        words.number(group.approvalRatio(), 3),
                        words.percent(group.truePositiveRate()),
                        words.percent(group.falsePositiveRate())))
            .toList(),
        words.say("table.none.fairness"));
  }

  String shift(TrainingResult result) {
    return Markdown.table(
        header("feature", "psi", "ks", "missing.training", "missing.new", "verdict"),
        result.shift().stream()
            .sorted(Comparator.comparingDouble(FeatureShift::psi).reversed())
            .limit(FEATURES)
            .map(
                shift ->
                    List.of(
                        shift.feature(),
                        words.number(shift.psi()),
                        words.number(shift.ks()),
                        words.percent(shift.missingReference()),
                        words.percent(shift.missingCurrent()),
                        words.term(shift.verdict())))
            .toList(),
        words.say("table.none.shift"));
  }

  String suspects(TrainingResult result) {
    return Markdown.table(
        header("feature", "auc.alone"),
        result.leakage().suspects().stream()
            .map(suspect -> List.of(suspect.feature(), words.number(suspect.auc())))
            .toList(),
        words.say("table.none.suspects"));
  }

  String pairs(Map<String, String> pairs) {
    return Markdown.table(
        header("name", "value"),
        new TreeMap<>(pairs)
            .entrySet().stream().map(pair -> List.of(pair.getKey(), pair.getValue())).toList(),
        words.say("table.none.pairs"));
  }

  private List<String> header(String... keys) {
    return List.of(keys).stream()
        .map(key -> key.isEmpty() ? "" : words.say("table." + key))
        .toList();
  }
}
