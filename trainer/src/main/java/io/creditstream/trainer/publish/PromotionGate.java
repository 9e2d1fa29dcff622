package io.creditstream.trainer.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.trainer.fairness.Fairness;
import io.creditstream.trainer.report.Holdout;
import io.creditstream.trainer.report.ResultsJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether a bundle may become champion by what it carries: its results, and predictions of
 * loans that it was not fitted to.
 */
public final class PromotionGate {

  /** The four-fifths rule. */
  public static final double FAIRNESS_BOUND = 0.8;

  private static final int MIN_LOANS = 500;
  private static final int MIN_DEFAULTS = 30;

  /** Attributes that the bound holds for unless others are named. */
  public static final String FAIRNESS_ATTRIBUTES = "gender";

  private final double fairnessBound;
  private final Set<String> fairnessAttributes;

  /**
   * @param fairnessBound least approval rate of a group over that of the best-treated one, 0..1
   * @param fairnessAttributes attributes whose groups it holds for; groups of others are reported
   * @throws IllegalArgumentException if the bound is out of range or an attribute is unknown, for
   *     which it would hold for nobody
   */
  public PromotionGate(double fairnessBound, Set<String> fairnessAttributes) {
    if (!(fairnessBound >= 0 && fairnessBound <= 1)) {
      throw new IllegalArgumentException("the fairness bound must be from 0 to 1");
    }
    if (!Fairness.ATTRIBUTES.containsAll(fairnessAttributes)) {
      throw new IllegalArgumentException(
          "fairness attributes must be among "
              + String.join(", ", new TreeSet<>(Fairness.ATTRIBUTES)));
    }
    this.fairnessBound = fairnessBound;
    this.fairnessAttributes = Set.copyOf(fairnessAttributes);
  }

  /** The four-fifths rule for gender. */
  public static PromotionGate standard() {
    return new PromotionGate(FAIRNESS_BOUND, Set.of(FAIRNESS_ATTRIBUTES));
  }

  /**
   * @param objections why it may not, in sentences; empty if it may
   * @param notes what was found out otherwise
   */
  record Verdict(List<String> objections, List<String> notes) {}

  Verdict judge(Bundle candidate, Optional<Bundle> champion) {
    List<String> objections = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Optional<JsonNode> results = results(candidate);
    if (results.isEmpty()) {
      objections.add("the bundle carries no results of its training: train it with this release");
    }
    results.ifPresent(
        found -> {
          leakage(found, objections);
          fairness(found, objections, notes);
        });
    champion.ifPresentOrElse(
        present -> cost(candidate, present, objections, notes),
        () -> notes.add("there is no champion to compare it with"));
    return new Verdict(objections, notes);
  }

  private static void leakage(JsonNode results, List<String> objections) {
    if (results.path("leakage").path("suspected").asBoolean()) {
      objections.add(
          "the outcome may have leaked into the features: look at the leakage part of report.html");
    }
  }

  private void fairness(JsonNode results, List<String> objections, List<String> notes) {
    List<String> forbidden = new ArrayList<>();
    List<String> reported = new ArrayList<>();
    Set<String> unjudged = new TreeSet<>(fairnessAttributes);
    for (JsonNode group : results.path("fairness")) {
      double ratio = group.path("approvalRatio").asDouble(1);
      String attribute = group.path("attribute").asText();
      boolean large = group.path("large").asBoolean();
      if (large) {
        unjudged.remove(attribute);
      }
      if (large && ratio < fairnessBound) {
        (fairnessAttributes.contains(attribute) ? forbidden : reported)
            .add(
                String.format(
                    Locale.ROOT, "%s %s (%.2f)", attribute, group.path("group").asText(), ratio));
      }
    }
    sayAdverse(forbidden, objections);
    sayAdverse(reported, notes);
    if (!unjudged.isEmpty()) {
      notes.add(
          "fairness by %s could not be judged: no group of it is known and large enough"
              .formatted(String.join(", ", unjudged)));
    }
  }

  private void sayAdverse(List<String> groups, List<String> where) {
    if (!groups.isEmpty()) {
      where.add(
          String.format(
              Locale.ROOT,
              "approved less than %.2f times as often as the best-treated group: %s",
              fairnessBound,
              String.join(", ", groups)));
    }
  }

  private static void cost(
      Bundle candidate, Bundle champion, List<String> objections, List<String> notes) {
    if (candidate.manifest().modelSha256().equals(champion.manifest().modelSha256())) {
      if (candidate.policy().equals(champion.policy())) {
        notes.add("it is the present champion");
        return;
      }
      notes.add(
          "it is the model of the present champion, whose policy %s is another one"
              .formatted(champion.policy().version()));
    }
    Optional<CostComparison.Side> mine = side(candidate);
    Optional<CostComparison.Side> other = side(champion);
    if (mine.isEmpty() || other.isEmpty()) {
      objections.add(
          "%s carries no %s, so that their costs cannot be compared"
              .formatted(mine.isEmpty() ? "the bundle" : "the present champion", Holdout.NAME));
      return;
    }
    CostComparison comparison =
        CostComparison.of(mine.get(), other.get(), candidate.summary().falseNegativeCost());
    if (comparison.loans() < MIN_LOANS || comparison.defaults() < MIN_DEFAULTS) {
      objections.add(
          "it has only %d loans and %d defaults in common with the present champion, too few to compare their costs (%d and %d needed)"
              .formatted(comparison.loans(), comparison.defaults(), MIN_LOANS, MIN_DEFAULTS));
      return;
    }
    String found =
        String.format(
            Locale.ROOT,
            "on %,d common loans an application costs %+.4f against the present champion (95 %%"
                + " interval %+.4f to %+.4f)",
            comparison.loans(),
            comparison.difference().value(),
            comparison.difference().low(),
            comparison.difference().high());
    (comparison.difference().low() > 0 ? objections : notes).add(found);
  }

  private static Optional<CostComparison.Side> side(Bundle bundle) {
    return Optional.ofNullable(bundle.documents().text(Holdout.NAME))
        .map(csv -> new CostComparison.Side(Holdout.parse(csv), bundle.policy().declineFrom()));
  }

  private static Optional<JsonNode> results(Bundle bundle) {
    String json = bundle.documents().text(ResultsJson.NAME);
    if (json == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(ResultsJson.NAME + " of the bundle is no JSON", e);
    }
  }
}
