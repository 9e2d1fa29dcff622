package io.creditstream.trainer.compare;

import io.creditstream.trainer.Progress;
import io.creditstream.trainer.fold.Folds;
import io.creditstream.trainer.matrix.FeatureMatrix;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Logistic regression by Tribuo, on features prepared as such a model needs them. */
final class LogisticRegression {

  private static final Label DEFAULT = new Label("default");
  private static final Label GOOD = new Label("good");
  private static final LabelFactory LABELS = new LabelFactory();

  private static final double LEARNING_RATE = 0.05;
  private static final int EPOCHS = 5;
  private static final int MINIBATCH = 16;
  private static final double LEAST_PROBABILITY = 1e-15;

  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

  private LogisticRegression() {}

  /**
   * Scores of rows by models that were fitted without them. The array must not be changed.
   *
   * @param rawScores log-odds of default
   * @param fitSeconds time to prepare and to fit all folds
   * @param scoreMicros time to prepare and to score a row
   */
  record Scores(double[] rawScores, double fitSeconds, double scoreMicros) {}

  static Scores crossValidate(FeatureMatrix matrix, Folds folds, Progress progress) {
    TRIBUO.setLevel(Level.WARNING);
    double[] scores = new double[matrix.rows()];
    long fitting = 0;
    long scoring = 0;
    for (int fold = 0; fold < folds.count(); fold++) {
      progress.at("Comparing: logistic regression", fold, folds.count());
      long start = System.nanoTime();
      LinearPreparation preparation = LinearPreparation.of(matrix, folds.training(fold));
      Model<Label> model = fit(matrix, folds.training(fold), preparation, fold);
      long fitted = System.nanoTime();
      for (int row : folds.heldOut(fold)) {
        scores[row] = score(model.predict(preparation.example(matrix, row, GOOD)));
      }
      fitting += fitted - start;
      scoring += System.nanoTime() - fitted;
    }
    progress.at("Comparing: logistic regression", folds.count(), folds.count());
    return new Scores(scores, fitting / 1e9, scoring / 1e3 / matrix.rows());
  }

  private static Model<Label> fit(
      FeatureMatrix matrix, int[] rows, LinearPreparation preparation, int fold) {
    MutableDataset<Label> data =
        new MutableDataset<>(new SimpleDataSourceProvenance("fold " + fold, LABELS), LABELS);
    for (int row : rows) {
      Example<Label> example =
          preparation.example(matrix, row, matrix.defaulted()[row] ? DEFAULT : GOOD);
      data.add(example);
    }
    return new LinearSGDTrainer(
            new LogMulticlass(), new AdaGrad(LEARNING_RATE), EPOCHS, data.size(), MINIBATCH, fold)
        .train(data);
  }

  private static double score(Prediction<Label> prediction) {
    Map<String, Label> scores = prediction.getOutputScores();
    Label label = scores.get(DEFAULT.getLabel());
    double p = label == null ? 0 : label.getScore();
    p = Math.min(Math.max(p, LEAST_PROBABILITY), 1 - LEAST_PROBABILITY);
    return StrictMath.log(p / (1 - p));
  }
}
