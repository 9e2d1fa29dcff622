package io.creditstream.advisor.web;

import io.creditstream.advisor.models.KnownModel;
import io.creditstream.advisor.store.Bins;
import io.creditstream.advisor.store.Comparisons;
import io.creditstream.advisor.store.Comparisons.Pair;
import io.creditstream.advisor.store.Group;
import io.creditstream.advisor.store.Spread;
import io.creditstream.advisor.web.CompareView.Bin;
import io.creditstream.advisor.web.CompareView.Dot;
import io.creditstream.advisor.wording.FeatureWords;
import io.creditstream.advisor.wording.Messages;
import io.creditstream.advisor.wording.Wording;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.schemas.LoanDecision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts comparisons in words and figures. */
final class CompareViews {

  private static final int POINTS = 400;
  private static final int FEW = 30;

  private final Comparisons comparisons;
  private final Wording wording;

  CompareViews(Comparisons comparisons, Wording wording) {
    this.comparisons = comparisons;
    this.wording = wording;
  }

  CompareView of(
      CompareForm form,
      FindView fields,
      List<String> features,
      LoanDecision decision,
      KnownModel model) {
    Group group = form.group(decision, model);
    int place = model.dictionary().indexOf(form.feature());
    FeatureEntry feature = model.dictionary().get(place);
    double value = value(decision, place);
    Bins bins = FeatureBins.of(feature, model.profile().features().get(place));
    Spread spread = comparisons.spread(form.feature(), bins, group, value);
    FeatureEntry x = model.dictionary().get(model.dictionary().indexOf(form.x()));
    FeatureEntry y = model.dictionary().get(model.dictionary().indexOf(form.y()));
    return new CompareView(
        form.kind().name().toLowerCase(Locale.ROOT),
        rule(form, model),
        wording.formats().whole(spread.size()),
        spread.size() < FEW,
        fields,
        Integer.toString(form.size()),
        options(features, model, List.of(form.feature())),
        options(features, model, form.near()),
        options(features, model, List.of(form.x())),
        options(features, model, List.of(form.y())),
        wording.features().name(feature),
        sentence(feature, value, spread),
        bins(feature, bins, spread, value),
        unknown(spread),
        wording.features().name(x),
        wording.features().name(y),
        points(form, group, decision, model, x, y));
  }

  private static double value(LoanDecision decision, int place) {
    Double value = decision.getFeatures().get(place);
    return value == null ? Double.NaN : value;
  }

  private String rule(CompareForm form, KnownModel model) {
    Messages messages = wording.messages();
    return switch (form.kind()) {
      case ALL -> messages.text("compare.rule.all");
      case FILTER -> messages.text("compare.rule.filter");
      case NEAR ->
          messages.text(
              "compare.rule.near",
              wording.formats().whole(form.size()),
              form.near().stream()
                  .map(name -> model.dictionary().get(model.dictionary().indexOf(name)))
                  .map(wording.features()::name)
                  .collect(Collectors.joining(", ")));
    };
  }

  private List<FindView.Option> options(
      List<String> features, KnownModel model, Collection<String> chosen) {
    return features.stream()
        .map(
            name ->
                new FindView.Option(
                    name,
                    wording
                        .features()
                        .name(model.dictionary().get(model.dictionary().indexOf(name))),
                    chosen.contains(name)))
        .toList();
  }

  private String sentence(FeatureEntry feature, double value, Spread spread) {
    Messages messages = wording.messages();
    String shown = wording.features().value(feature, value);
    if (Double.isNaN(value) || spread.present() == 0) {
      return messages.text("compare.place.none", shown);
    }
    if (feature.isCategory() || wording.features().isFlag(feature)) {
      double share = (double) spread.equal() / spread.present();
      return messages.text("compare.place.same", shown, wording.formats().percent(share, 0));
    }
    long lower =
        wording.features().isBackwards(feature)
            ? spread.present() - spread.below() - spread.equal()
            : spread.below();
    double share = (lower + spread.equal() / 2.0) / spread.present();
    return messages.text("compare.place.number", shown, wording.formats().percent(share, 0));
  }

  private List<Bin> bins(FeatureEntry feature, Bins bins, Spread spread, double value) {
    long accepted = 0;
    long others = 0;
    for (int i = 0; i < bins.count(); i++) {
      accepted += spread.accepted()[i];
      others += spread.others()[i];
    }
    List<Bin> shown = new ArrayList<>();
    int here = Double.isNaN(value) ? -1 : bins.of(value);
    for (int i = 0; i < bins.count(); i++) {
      if (feature.isCategory() && spread.accepted()[i] + spread.others()[i] == 0 && i != here) {
        continue;
      }
      double share = accepted == 0 ? 0 : (double) spread.accepted()[i] / accepted;
      double other = others == 0 ? 0 : (double) spread.others()[i] / others;
      shown.add(
          new Bin(
              label(feature, bins, i),
              share,
              other,
              wording.formats().percent(share, 1),
              wording.formats().percent(other, 1),
              i == here));
    }
    return shown;
  }

  private String label(FeatureEntry feature, Bins bins, int bin) {
    FeatureWords words = wording.features();
    if (feature.isCategory()) {
      return words.value(feature, bin - 1);
    }
    if (words.isFlag(feature)) {
      return words.value(feature, Math.ceil(bins.lower(bin)));
    }
    return words.value(feature, bins.lower(bin));
  }

  private String unknown(Spread spread) {
    long missing = spread.missingAccepted() + spread.missingOthers();
    return missing == 0
        ? ""
        : wording.counted("compare.unknown", missing, wording.formats().whole(missing));
  }

  private List<Dot> points(
      CompareForm form,
      Group group,
      LoanDecision decision,
      KnownModel model,
      FeatureEntry x,
      FeatureEntry y) {
    List<Dot> dots = new ArrayList<>();
    double clientX = value(decision, model.dictionary().indexOf(form.x()));
    double clientY = value(decision, model.dictionary().indexOf(form.y()));
    if (!Double.isNaN(clientX) && !Double.isNaN(clientY)) {
      dots.add(dot(clientX, clientY, "client", x, y));
    }
    for (Pair pair : comparisons.pairs(form.x(), form.y(), group, POINTS)) {
      dots.add(dot(pair.x(), pair.y(), pair.accepted() ? "accepted" : "other", x, y));
    }
    return dots;
  }

  private Dot dot(double x, double y, String kind, FeatureEntry xFeature, FeatureEntry yFeature) {
    FeatureWords words = wording.features();
    return new Dot(
        words.number(xFeature, x),
        words.number(yFeature, y),
        words.value(xFeature, x),
        words.value(yFeature, y),
        kind,
        wording.messages().text("compare.kind." + kind));
  }
}
