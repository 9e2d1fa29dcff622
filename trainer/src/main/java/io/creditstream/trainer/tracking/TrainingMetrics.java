package io.creditstream.trainer.tracking;

import io.creditstream.trainer.result.FairnessGroup;
import io.creditstream.trainer.result.ModelResult;
import io.creditstream.trainer.result.Quality;
import io.creditstream.trainer.result.TrainingResult;
import io.creditstream.trainer.result.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of a training run by their names as metrics; those that are undefined are left out.
 */
final class TrainingMetrics {

  private TrainingMetrics() {}

  static List<Metric> of(TrainingResult result) {
    List<Metric> metrics = new ArrayList<>(of(result.quality()));
    add(metrics, "auc_low", result.auc().low(), 0);
    add(metrics, "auc_high", result.auc().high(), 0);
    add(metrics, "cost_low", result.costCurve().cost().low(), 0);
    add(metrics, "cost_high", result.costCurve().cost().high(), 0);
    add(metrics, "cost_approve_all", result.costCurve().approveAll(), 0);
    add(metrics, "cost_decline_all", result.costCurve().declineAll(), 0);
    add(metrics, "threshold_low", result.costCurve().threshold().low(), 0);
    add(metrics, "threshold_high", result.costCurve().threshold().high(), 0);
    add(metrics, "rows", result.data().rows(), 0);
    add(metrics, "default_rate", result.data().defaultRate(), 0);
    add(metrics, "trees", result.run().trees(), 0);
    add(metrics, "seconds", result.run().duration().toMillis() / 1e3, 0);
    add(metrics, "late_auc", result.leakage().lateAuc(), 0);
    add(metrics, "leakage_suspected", result.leakage().suspected() ? 1 : 0, 0);
    add(metrics, "adverse_groups", adverse(result), 0);
    for (int fold = 0; fold < result.foldAuc().size(); fold++) {
      add(metrics, "fold_auc", result.foldAuc().get(fold), fold + 1);
    }
    for (Trial trial : result.trials()) {
      add(metrics, "trial_log_loss", trial.logLoss(), trial.number());
      add(metrics, "trial_auc", trial.auc(), trial.number());
    }
    return metrics;
  }

  static List<Metric> of(Quality quality) {
    List<Metric> metrics = new ArrayList<>();
    add(metrics, "auc", quality.auc(), 0);
    add(metrics, "gini", quality.gini(), 0);
    add(metrics, "pr_auc", quality.prAuc(), 0);
    add(metrics, "ks", quality.ks(), 0);
    add(metrics, "brier", quality.brier(), 0);
    add(metrics, "log_loss", quality.logLoss(), 0);
    add(metrics, "accuracy", quality.accuracy(), 0);
    add(metrics, "recall", quality.recall(), 0);
    add(metrics, "precision", quality.precision(), 0);
    add(metrics, "threshold", quality.threshold(), 0);
    add(metrics, "cost", quality.cost(), 0);
    return metrics;
  }

  static List<Metric> of(ModelResult model) {
    List<Metric> metrics = new ArrayList<>(of(model.quality()));
    add(metrics, "fit_seconds", model.fitSeconds(), 0);
    add(metrics, "score_micros", model.scoreMicros(), 0);
    return metrics;
  }

  static List<Metric> of(Trial trial) {
    List<Metric> metrics = new ArrayList<>();
    add(metrics, "auc", trial.auc(), 0);
    add(metrics, "log_loss", trial.logLoss(), 0);
    add(metrics, "cost", trial.cost(), 0);
    add(metrics, "trees", trial.trees(), 0);
    add(metrics, "folds", trial.folds(), 0);
    add(metrics, "seconds", trial.seconds(), 0);
    return metrics;
  }

  private static long adverse(TrainingResult result) {
    return result.fairness().stream().filter(FairnessGroup::adverse).count();
  }

  private static void add(List<Metric> metrics, String name, double value, long step) {
    if (Double.isFinite(value)) {
      metrics.add(new Metric(name, value, step));
    }
  }
}
