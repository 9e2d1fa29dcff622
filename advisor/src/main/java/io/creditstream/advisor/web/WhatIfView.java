package io.creditstream.advisor.web;

import io.creditstream.advisor.web.ApplicationForm.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The what-if page as its template reads it.
 *
 * @param fields what may be changed
 * @param result what the model says; null where it was not asked or does not answer
 * @param problem why there is no result; empty where there is one or nothing was asked
 * @param suggestions changes that would cross the limit; null where none were looked for
 * @param shown what was asked for, to be asked for again in another language; empty for nothing
 */
public record WhatIfView(
    List<Field> fields,
    @Nullable Result result,
    String problem,
    @Nullable List<Suggestion> suggestions,
    String shown) {

  /**
   * What the model says.
   *
   * @param moves what moved since the application as it is; empty where that has no explanation
   */
  public record Result(
      String outcome,
      String outcomeClass,
      String sentence,
      String change,
      Gauge gauge,
      List<WhyView.Reason> raised,
      List<WhyView.Reason> lowered,
      List<Move> moves) {}

  /** A fact and what it contributed before and now, each with its value. */
  public record Move(String name, String before, String now) {}

  /** Changes that would be enough. */
  public record Suggestion(List<String> changes, String sentence) {}
}
