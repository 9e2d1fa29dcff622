package io.creditstream.advisor.web;

import java.util.List;

/**
 * A decision as its template reads it.
 *
 * @param outcome the outcome
 * @param outcomeClass its style
 * @param sentence risk, limit and distance
 * @param gauge the same as a drawing
 * @param meaning what the outcome means
 * @param rules rules of the policy that decided beside the score
 * @param notes what became of it: a decision before, reviews after it
 * @param when when it was decided
 * @param submitted when the application was handed in
 * @param model the model
 * @param policy the policy
 * @param missing sources that held nothing
 * @param unexplained why there is no explanation; empty where there is one
 * @param explainedNow that the explanation was made now; empty where it is recorded
 */
public record DecisionView(
    String outcome,
    String outcomeClass,
    String sentence,
    Gauge gauge,
    String meaning,
    List<String> rules,
    List<String> notes,
    String when,
    String submitted,
    String model,
    String policy,
    String missing,
    String unexplained,
    String explainedNow) {}
