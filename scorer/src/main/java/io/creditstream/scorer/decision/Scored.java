package io.creditstream.scorer.decision;

import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.scorer.explanation.Explanation;
import io.creditstream.scorer.model.DecisionModel;
import java.util.List;

/**
 * What a model and its policy say about one application.
 *
 * @param model the model
 * @param features the vector, NaN where missing. Must not be changed
 * @param rawScore log-odds of default
 * @param baseValue where the contributions start, in log-odds
 * @param probabilityOfDefault 0..1
 * @param outcome what the policy makes of it
 * @param rules names of the rules of the policy that call for the outcome whatever the score
 * @param explanation why
 */
public record Scored(
    DecisionModel model,
    double[] features,
    double rawScore,
    double baseValue,
    double probabilityOfDefault,
    DecisionOutcome outcome,
    List<String> rules,
    Explanation explanation) {}
