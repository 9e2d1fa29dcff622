package io.creditstream.advisor.web;

import io.creditstream.advisor.explain.Argument;
import io.creditstream.advisor.explain.Contribution;
import io.creditstream.advisor.explain.Interpretation;
import io.creditstream.advisor.explain.Waterfall;
import io.creditstream.advisor.models.KnownModel;
import io.creditstream.advisor.store.Comparisons.Usual;
import io.creditstream.advisor.web.WhyView.Fact;
import io.creditstream.advisor.web.WhyView.Importance;
import io.creditstream.advisor.web.WhyView.Reason;
import io.creditstream.advisor.web.WhyView.Step;
import io.creditstream.advisor.wording.Formats;
import io.creditstream.advisor.wording.Messages;
import io.creditstream.advisor.wording.ReasonWords;
import io.creditstream.advisor.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Puts an interpretation in words. */
final class WhyViews {

  private static final int REASONS = 6;
  private static final int STEPS = 10;
  private static final int IMPORTANT = 10;

  private final UsualValues usualValues;

  WhyViews(UsualValues usualValues) {
    this.usualValues = usualValues;
  }

  WhyView of(Interpretation why, KnownModel model, Wording wording) {
    List<Argument> raising = why.raising(REASONS);
    List<Argument> lowering = why.lowering(REASONS);
    Map<String, Usual> usual =
        usualValues.of(
            Stream.concat(raising.stream(), lowering.stream())
                .map(one -> one.strongest().feature().name())
                .toList());
    List<Contribution> all = why.shown().stream().filter(one -> one.logOdds() != 0).toList();
    return new WhyView(
        reasons(raising, usual, wording),
        reasons(lowering, usual, wording),
        hidden(why, wording),
        path(why, wording),
        facts(all, wording),
        wording.formats().whole(all.size()),
        importance(why, model, wording));
  }

  private static List<Reason> reasons(
      List<Argument> arguments, Map<String, Usual> usual, Wording wording) {
    ReasonWords words = new ReasonWords(wording);
    return arguments.stream()
        .map(
            one ->
                new Reason(
                    words.title(one),
                    words.weight(one.logOdds()),
                    words.strongest(one),
                    comparison(one.strongest(), usual, words)))
        .toList();
  }

  private static List<Fact> facts(List<Contribution> contributions, Wording wording) {
    ReasonWords words = new ReasonWords(wording);
    return contributions.stream()
        .map(
            one ->
                new Fact(
                    wording.features().name(one.feature()),
                    wording.features().value(one.feature(), one.value()),
                    words.weight(one.logOdds())))
        .toList();
  }

  private static String comparison(Contribution one, Map<String, Usual> usual, ReasonWords words) {
    Usual accepted = usual.get(one.feature().name());
    if (accepted == null && !Double.isNaN(one.value())) {
      return "";
    }
    return accepted == null
        ? words.comparison(one.feature(), Double.NaN, 0, 0, 0)
        : words.comparison(
            one.feature(), one.value(), accepted.low(), accepted.high(), accepted.most());
  }

  private static String hidden(Interpretation why, Wording wording) {
    if (why.hiddenFeatures() == 0) {
      return "";
    }
    String key = why.hidden() > 0 ? "why.hidden.raised" : "why.hidden.lowered";
    return wording
        .messages()
        .text(
            key,
            wording.formats().whole(why.hiddenFeatures()),
            wording.formats().signed(why.hidden(), 2));
  }

  private static List<Step> path(Interpretation why, Wording wording) {
    Waterfall waterfall = Waterfall.of(why, STEPS);
    Messages messages = wording.messages();
    List<Step> steps = new ArrayList<>();
    steps.add(end(messages.text("path.start"), waterfall.start(), wording));
    double level = waterfall.start();
    for (Waterfall.Step step : waterfall.steps()) {
      String kind = step.change() > 0 ? "up" : "down";
      String name =
          step.contribution()
              .map(one -> wording.features().name(one.feature()))
              .orElseGet(
                  () -> messages.text("path." + step.kind().name().toLowerCase(Locale.ROOT)));
      String value =
          step.contribution()
              .map(one -> wording.features().value(one.feature(), one.value()))
              .orElse("");
      steps.add(
          new Step(
              name,
              value,
              wording.formats().signed(step.change(), 2),
              risk(step.after(), wording),
              level,
              step.after(),
              kind));
      level = step.after();
    }
    steps.add(end(messages.text("path.end"), waterfall.end(), wording));
    return steps;
  }

  private static Step end(String name, double level, Wording wording) {
    return new Step(name, "", "", risk(level, wording), level, level, "total");
  }

  private static String risk(double logOdds, Wording wording) {
    return wording.formats().percent(Waterfall.probability(logOdds), 1);
  }

  private static List<Importance> importance(
      Interpretation why, KnownModel model, Wording wording) {
    Formats formats = wording.formats();
    if (model.importance().isEmpty()) {
      return List.of();
    }
    return why.shown().stream()
        .sorted(
            Comparator.comparingDouble(
                one -> -model.importance().getOrDefault(one.feature().name(), 0.0)))
        .limit(IMPORTANT)
        .map(
            one -> {
              double global = model.importance().getOrDefault(one.feature().name(), 0.0);
              double here = Math.abs(one.logOdds());
              return new Importance(
                  wording.features().name(one.feature()),
                  here,
                  global,
                  formats.number(here, 3),
                  formats.number(global, 3));
            })
        .toList();
  }
}
