package io.creditstream.trainer.result;

import java.util.List;

/**
 * Everything that a training run found out.
 *
 * @param run how it was started
 * @param data what the model was trained on
 * @param imbalance the treatments of class imbalance that were compared; empty if none
 * @param models the kinds of models that were compared; empty if none
 * @param trials of the search in the order of trying; empty if none
 * @param outOfFold predictions that all figures of the chosen model come from
 * @param quality of the chosen model
 * @param auc of the chosen model with its interval
 * @param foldAuc AUC of each fold
 * @param calibration how raw scores become probabilities
 * @param costCurve cost against threshold
 * @param importance most important first, by mean |contribution|
 * @param partialDependence of the most important features
 * @param examples explanations of single rows
 * @param fairness decisions by group; empty where the attributes are unknown
 * @param leakage whether the outcome seems to have leaked into the features
 * @param shift of the applications to be scored; empty where there are none
 */
public record TrainingResult(
    RunInfo run,
    DataSummary data,
    List<ImbalanceResult> imbalance,
    List<ModelResult> models,
    List<Trial> trials,
    OutOfFold outOfFold,
    Quality quality,
    Interval auc,
    List<Double> foldAuc,
    Calibration calibration,
    CostCurve costCurve,
    List<FeatureImportance> importance,
    List<PartialDependence> partialDependence,
    List<LocalExample> examples,
    List<FairnessGroup> fairness,
    LeakageCheck leakage,
    List<FeatureShift> shift) {

  public TrainingResult {
    imbalance = List.copyOf(imbalance);
    models = List.copyOf(models);
    trials = List.copyOf(trials);
    foldAuc = List.copyOf(foldAuc);
    importance = List.copyOf(importance);
    partialDependence = List.copyOf(partialDependence);
    examples = List.copyOf(examples);
    fairness = List.copyOf(fairness);
    shift = List.copyOf(shift);
  }
}
