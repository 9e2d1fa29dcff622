package io.creditstream.trainer.report;

import io.creditstream.trainer.result.CostCurve;
import io.creditstream.trainer.result.Interval;
import io.creditstream.trainer.result.Quality;
import io.creditstream.trainer.result.TrainingResult;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The figures of quality of the notes, as tables in Markdown. */
final class QualityTables {

  private static final List<String> QUALITY =
      List.of(
          "auc", "gini", "pr", "ks", "brier", "logLoss", "accuracy", "recall", "precision", "cost");

  private final Words words;

  QualityTables(Words words) {
    this.words = words;
  }

  /** The chosen model, a figure a row. */
  String summary(TrainingResult result, OperatingPoint at) {
    Quality quality = result.quality();
    CostCurve cost = result.costCurve();
    return Markdown.table(
        Stream.of("figure", "value", "interval").map(this::title).toList(),
        List.of(
            List.of(title("auc"), words.number(quality.auc()), range(result.auc())),
            row("gini", words.number(quality.gini())),
            row("ks", words.number(quality.ks())),
            row("pr.long", words.number(quality.prAuc())),
            row("brier.long", words.number(quality.brier())),
            row("logLoss", words.number(quality.logLoss())),
            List.of(
                title("threshold"),
                words.number(cost.threshold().value()),
                range(cost.threshold())),
            List.of(title("cost.long"), words.number(cost.cost().value()), range(cost.cost())),
            row("accuracy", words.percent(quality.accuracy())),
            row("approved", words.percent(at.approvalRate())),
            row("recall.long", words.percent(at.recall())),
            row("precision", words.percent(at.precision())),
            row("bad", words.percent(at.badRate()))),
        "");
  }

  /** The treatments of imbalance, one a row. */
  String imbalance(TrainingResult result) {
    return Markdown.table(
        header("treatment"),
        result.imbalance().stream()
            .map(
                method ->
                    quality(
                        method.chosen()
                            ? words.say("table.chosen", words.term(method.method()))
                            : words.term(method.method()),
                        method.quality()))
            .toList(),
        words.say("table.none.imbalance"));
  }

  /** The kinds of models, one a row. */
  String models(TrainingResult result) {
    return Markdown.table(
        with(header("model"), title("fit"), title("score")),
        result.models().stream()
            .map(
                model ->
                    with(
                        quality(words.term(model.name()), model.quality()),
                        words.number(model.fitSeconds(), 1),
                        words.number(model.scoreMicros(), 1)))
            .toList(),
        words.say("table.none.models"));
  }

  private List<String> row(String key, String value) {
    return List.of(title(key), value, "");
  }

  private String title(String key) {
    return words.say("table." + key);
  }

  private String range(Interval interval) {
    return words.say("range", words.number(interval.low()), words.number(interval.high()));
  }

  private List<String> header(String first) {
    return Stream.concat(Stream.of(first), QUALITY.stream()).map(this::title).toList();
  }

  private static List<String> with(List<String> cells, String... more) {
    return Stream.concat(cells.stream(), Arrays.stream(more)).toList();
  }

  private List<String> quality(String name, Quality quality) {
    return List.of(
        name,
        words.number(quality.auc()),
        words.number(quality.gini()),
        words.number(quality.prAuc()),
        words.number(quality.ks()),
        words.number(quality.brier()),
        words.number(quality.logLoss()),
        words.percent(quality.accuracy()),
        words.percent(quality.recall()),
        words.percent(quality.precision()),
        words.number(quality.cost()));
  }
}
