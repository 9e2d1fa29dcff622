package io.creditstream.advisor.web;

import java.util.List;

/**
 * The review of an application as its template reads it.
 *
 * @param outcome what holds now
 * @param outcomeClass its style
 * @param sentence how far the review has come
 * @param problem what is wrong with what was sent; empty for nothing
 * @param closed why nothing can be reviewed; empty where it can
 * @param who in whose name the review is made
 * @param people who may be chosen as reviewer, where there is a choice
 * @param steps what may be done now, with the word of each
 * @param confirmation what a second person would confirm; empty where nothing is proposed
 * @param reason what was typed
 * @param seen the trail that this page shows
 * @param entries all that was done, the newest first
 * @param shown what is wrong, for the page in another language
 */
public record ReviewView(
    String outcome,
    String outcomeClass,
    String sentence,
    String problem,
    String closed,
    String who,
    List<FindView.Option> people,
    List<FindView.Option> steps,
    String confirmation,
    String reason,
    String seen,
    List<Line> entries,
    String shown) {

  /** Something that was done. */
  public record Line(String when, String what, String reason) {}
}
