package io.creditstream.trainer;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dataset.DatasetException;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.model.CreditModel;
import io.creditstream.model.LightGbmCreditModel;
import io.creditstream.model.Probability;
import io.creditstream.model.VerifiedModel;
import io.creditstream.trainer.evaluation.Bootstrap;
import io.creditstream.trainer.evaluation.ConfusionMatrix;
import io.creditstream.trainer.evaluation.CostModel;
import io.creditstream.trainer.evaluation.Evaluation;
import io.creditstream.trainer.evaluation.Qualities;
import io.creditstream.trainer.evaluation.RankedRows;
import io.creditstream.trainer.matrix.FeatureMatrices;
import io.creditstream.trainer.matrix.FeatureMatrix;
import io.creditstream.trainer.matrix.LabelledRows;
import io.creditstream.trainer.result.Interval;
import io.creditstream.trainer.result.Quality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Judges the model of a bundle on loans with known outcomes. */
public final class Evaluator {

  private final CostModel cost;
  private final long seed;
  private final Progress progress;

  /**
   * @param seed seed of the intervals
   */
  public Evaluator(CostModel cost, long seed, Progress progress) {
    this.cost = cost;
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * Computes all figures anew, with the features and by the model of the bundle.
   *
   * @throws DatasetException if the dossiers lack outcomes or hold one class alone
   * @throws io.creditstream.model.ModelRefusedException if the bundle must not decide
   */
  public Evaluation evaluate(Bundle bundle, DossierSource dossiers) {
    VerifiedModel verified = VerifiedModel.verify(bundle);
    LabelledRows labelled = FeatureMatrices.labelled(bundle.dictionary(), dossiers, progress);
    FeatureMatrix matrix = labelled.matrix();
    double[] probabilities = new double[matrix.rows()];
    double greatestDifference = 0;
    try (CreditModel model = verified.newSession();
        CreditModel reference = LightGbmCreditModel.load(bundle.modelText())) {
      for (int row = 0; row < probabilities.length; row++) {
        double[] features = matrix.row(row);
        double rawScore = model.rawScore(features);
        probabilities[row] = Probability.of(rawScore);
        greatestDifference =
            Math.max(greatestDifference, Math.abs(rawScore - reference.rawScore(features)));
        progress.at("Scoring", row + 1, probabilities.length);
      }
    }
    RankedRows rows =
        RankedRows.of(
            probabilities,
            matrix.defaulted(),
            cost.ofWrongDecisions(matrix.defaulted(), labelled.applicants().credits()));
    return evaluation(bundle, matrix, rows, greatestDifference);
  }

  private Evaluation evaluation(
      Bundle bundle, FeatureMatrix matrix, RankedRows rows, double greatestDifference) {
    double threshold = bundle.policy().declineFrom();
    ConfusionMatrix confusion = ConfusionMatrix.at(threshold, rows);
    long defaults = confusion.truePositives() + confusion.falseNegatives();
    if (defaults == 0 || defaults == confusion.total()) {
      throw new DatasetException(
          "an evaluation needs repaid and defaulted loans; there are %d and %d"
              .formatted(confusion.total() - defaults, defaults));
    }
    Quality quality = Qualities.at(threshold, rows);
    return new Evaluation(
        bundle.manifest().version(),
        matrix.rows(),
        defaults,
        KnownClients.count(bundle, matrix.clientIds()),
        threshold,
        cost.unit(),
        quality,
        quality.gini(),
        intervals(threshold, rows),
        confusion,
        greatestDifference);
  }

  private Map<String, Interval> intervals(double threshold, RankedRows rows) {
    Map<String, ToDoubleFunction<Quality>> figures = new LinkedHashMap<>();
    figures.put("AUC", Quality::auc);
    figures.put("Gini", Quality::gini);
    figures.put("PR-AUC", Quality::prAuc);
    figures.put("KS", Quality::ks);
    figures.put("Brier", Quality::brier);
    figures.put("log-loss", Quality::logLoss);
    figures.put("accuracy", Quality::accuracy);
    figures.put("recall", Quality::recall);
    figures.put("precision", Quality::precision);
    figures.put("cost", Quality::cost);
    List<ToDoubleFunction<RankedRows>> ofRows =
        figures.values().stream()
            .<ToDoubleFunction<RankedRows>>map(
                figure -> sample -> figure.applyAsDouble(Qualities.at(threshold, sample)))
            .toList();
    List<Interval> intervals = new Bootstrap(rows, seed).intervals(ofRows);
    Map<String, Interval> byName = new LinkedHashMap<>();
    int next = 0;
    for (String name : figures.keySet()) {
      byName.put(name, intervals.get(next++));
    }
    return byName;
  }
}
