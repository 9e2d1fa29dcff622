package io.creditstream.model;

import java.util.Set;

/** What LightGBM's text form says that a model was trained for. */
final class Objective {

  private static final String KEY = "objective=";
  private static final String FIRST_TREE = "Tree=";

  /** Objectives whose raw score is the log-odds of what is predicted. */
  private static final Set<String> LOG_ODDS = Set.of("binary sigmoid:1", "cross_entropy");

  private Objective() {}

  /**
   * Refuses a model whose raw score is known to be something else than log-odds.
   *
   * @throws ModelRefusedException naming the objective
   */
  static void requireLogOdds(String modelText) {
    modelText
        .lines()
        .takeWhile(line -> !line.startsWith(FIRST_TREE))
        .filter(line -> line.startsWith(KEY))
        .map(line -> line.substring(KEY.length()).trim())
        .filter(objective -> !LOG_ODDS.contains(objective))
        .findFirst()
        .ifPresent(Objective::refuse);
  }

  private static void refuse(String objective) {
    throw new ModelRefusedException(
        "the objective of the model is %s, whose raw score is no log-odds; train it with objective=binary"
            .formatted(objective));
  }
}
