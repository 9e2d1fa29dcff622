package io.creditstream.advisor.web;

import java.util.List;

/**
 * What raised and what lowered a score, as its template reads it.
 *
 * @param raised the heaviest subjects that raised the risk
 * @param lowered the heaviest that lowered it
 * @param hidden what the features that may not be shown did together; empty where there are none
 * @param path the way from the average to the score
 * @param all every contribution that may be shown
 * @param allCount how many those are
 * @param importance local beside global weight; empty where the model tells no global one
 */
public record WhyView(
    List<Reason> raised,
    List<Reason> lowered,
    String hidden,
    List<Step> path,
    List<Fact> all,
    String allCount,
    List<Importance> importance) {

  /**
   * What a subject contributed, in words.
   *
   * @param title the subject, or its only fact
   * @param weight the sum of its facts
   * @param strongest the fact that stands for it; empty where that is the title
   * @param comparison how that fact lies among those of accepted clients
   */
  public record Reason(String title, String weight, String strongest, String comparison) {}

  /** The contribution of a feature in words. */
  public record Fact(String name, String value, String weight) {}

  /** A step of the way; {@code from} and {@code to} are log-odds for the drawing. */
  public record Step(
      String name, String value, String change, String risk, double from, double to, String kind) {}

  /** The weight of a feature here and in the model as a whole, in log-odds. */
  public record Importance(
      String name, double here, double global, String hereText, String globalText) {}
}
