package io.creditstream.advisor.web;

import io.creditstream.advisor.models.KnownModel;
import io.creditstream.advisor.store.CaseFilter;
import io.creditstream.advisor.store.Group;
import io.creditstream.advisor.store.Group.Point;
import io.creditstream.advisor.wording.Language;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.profile.FeatureProfile;
import io.creditstream.features.profile.NumericProfile;
import io.creditstream.schemas.LoanDecision;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the page of comparisons was asked for.
 *
 * @param kind which group
 * @param filter its filter, for the group of a filter
 * @param near names of the features that make clients similar
 * @param size how many similar clients
 * @param feature the feature whose spread is shown
 * @param x feature of the horizontal axis
 * @param y feature of the vertical axis
 */
record CompareForm(
    Kind kind, FindForm filter, List<String> near, int size, String feature, String x, String y) {

  private static final int SIMILAR = 500;
  private static final int MOST_SIMILAR = 100_000;

  /** Which clients one is compared with. */
  enum Kind {
    ALL,
    FILTER,
    NEAR
  }

  static CompareForm read(
      Function<String, @Nullable String> parameters,
      List<String> near,
      List<String> features,
      ZoneId zone,
      Language language) {
    String kind = String.valueOf(parameters.apply("group")).toUpperCase(Locale.ROOT);
    List<String> known = near.stream().filter(features::contains).distinct().limit(8).toList();
    return new CompareForm(
        kind.equals("FILTER") ? Kind.FILTER : kind.equals("NEAR") ? Kind.NEAR : Kind.ALL,
        // A group of one named client would be that client's data.
        FindForm.read(
            name -> name.equals(FindForm.ID) ? null : parameters.apply(name), zone, language),
        known.isEmpty() ? features.stream().limit(3).toList() : known,
        size(parameters.apply("size"), language),
        known(parameters.apply("feature"), features, 0),
        known(parameters.apply("x"), features, 0),
        known(parameters.apply("y"), features, 1));
  }

  /** The same with everybody for a group. */
  CompareForm withAll() {
    return new CompareForm(Kind.ALL, filter, near, size, feature, x, y);
  }

  private static int size(@Nullable String text, Language language) {
    var typed = FormNumbers.read(text == null ? "" : text, language);
    OptionalInt size =
        typed.isPresent() && typed.get().isPresent()
            ? OptionalInt.of((int) typed.get().getAsDouble())
            : OptionalInt.empty();
    return Math.max(10, Math.min(MOST_SIMILAR, size.orElse(SIMILAR)));
  }

  private static String known(@Nullable String name, List<String> features, int otherwise) {
    return name != null && features.contains(name)
        ? name
        : features.get(Math.min(otherwise, features.size() - 1));
  }

  /** The group that was asked for. */
  Group group(LoanDecision decision, KnownModel model) {
    return switch (kind) {
      case ALL -> new Group.Filtered(CaseFilter.ALL);
      case FILTER -> new Group.Filtered(filter.query().filter());
      case NEAR -> nearest(decision, model);
    };
  }

  private Group nearest(LoanDecision decision, KnownModel model) {
    Map<String, Point> points = new TreeMap<>();
    for (String name : near) {
      int place = model.dictionary().indexOf(name);
      Double value = place < 0 ? null : decision.getFeatures().get(place);
      if (value != null) {
        points.put(
            name,
            new Point(
                value,
                scale(model.dictionary().get(place), model.profile().features().get(place))));
      }
    }
    return points.isEmpty() ? new Group.Filtered(CaseFilter.ALL) : new Group.Nearest(points, size);
  }

  /** The spread of the middle half of the training data; another level is one step away. */
  private static double scale(FeatureEntry feature, FeatureProfile profile) {
    if (feature.isCategory() || !(profile instanceof NumericProfile numbers)) {
      return 1e-3;
    }
    double[] edges = numbers.psiEdges();
    if (edges.length < 2) {
      return 1;
    }
    double scale = edges[edges.length * 3 / 4] - edges[edges.length / 4];
    return scale > 0 ? scale : 1;
  }
}
