package io.creditstream.trainer.result;

/**
 * What a feature means to the model as a whole.
 *
 * @param feature its name
 * @param gain total reduction of the loss by its splits
 * @param splits number of its splits
 * @param meanAbsContribution mean |SHAP value| over a sample of rows, in log-odds
 */
public record FeatureImportance(
    String feature, double gain, long splits, double meanAbsContribution) {}
