package io.creditstream.advisor.web;

import java.util.List;

/**
 * What raised and what lowered a score, as its template reads it.
 *
 * @param raised the heaviest that raised the risk
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
    List<Reason> all,
    String allCount,
    List<Importance> importance) {

  /** A contribution in words. */
  public record Reason(String name, String value, String weight, String comparison) {}

  /** A step of the way; {@code from} and {@code to} are log-odds for the drawing. */
  public record Step(
      String name, String value, String change, String risk, double from, double to, String kind) {}

  /** The weight of a feature here and in the model as a whole, in log-odds. */
  public record Importance(
      String name, double here, double global, String hereText, String globalText) {}
}
