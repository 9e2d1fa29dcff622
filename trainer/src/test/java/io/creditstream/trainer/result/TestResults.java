package io.creditstream.trainer.result;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dictionary.FeatureEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Made-up results of a run, of the size and form of real ones. */
public final class TestResults {

  /** A level that would run as a script, and break a table, wherever it is taken for markup. */
  public static final String MARKUP = "</script><img src=x onerror=alert(1)>|*B & C*";

  private static final int FALSE_NEGATIVE = 10;

  private TestResults() {}

  /** Results on the features of a bundle. */
  public static TrainingResult of(Bundle bundle, int rows, long seed) {
    Random random = new Random(seed);
    OutOfFold predictions = predictions(rows, random);
    long defaults = 0;
    for (boolean defaulted : predictions.defaulted()) {
      defaults += defaulted ? 1 : 0;
    }
    double threshold = bundle.policy().declineFrom();
    Quality quality =
        new Quality(0.7642, 0.2391, 0.3921, 0.0683, 0.2441, 0.71, 0.66, 0.18, threshold, 0.5122);
    List<String> names = bundle.dictionary().names();
    return new TrainingResult(
        new RunInfo(
            Instant.parse("2026-01-01T00:00:00Z"),
            Duration.ofSeconds(312),
            seed,
            5,
            Map.of("false-negative-cost", "10", "with-gender", "false"),
            Map.of("learning_rate", "0.05", "num_leaves", "31", "min_data_in_leaf", "60"),
            412),
        data(bundle, rows, defaults, random),
        List.of(
            new ImbalanceResult("none", quality, true),
            new ImbalanceResult("class weights", quality(quality, -0.001, 0.004), false),
            new ImbalanceResult("undersampling", quality(quality, -0.006, 0.012), false),
            new ImbalanceResult("SMOTE", quality(quality, -0.009, 0.021), false)),
        List.of(
            new ModelResult(
                "dummy",
                new Quality(0.5, 0.08, 0, 0.074, 0.28, 0.919, 0, Double.NaN, 1, 0.807),
                0.1,
                0.01),
            new ModelResult("logistic regression", quality(quality, -0.02, 0.04), 21.5, 1.4),
            new ModelResult("random forest", quality(quality, -0.03, 0.05), 60.2, 12.1),
            new ModelResult("gradient boosting", quality, 44.1, 9.3)),
        trials(random),
        predictions,
        quality,
        new Interval(0.7642, 0.7559, 0.7725),
        List.of(0.7611, 0.7702, 0.7580, 0.7689, 0.7634),
        calibration(random),
        costCurve(threshold),
        importance(names, random),
        dependence(names),
        examples(names),
        List.of(
            new FairnessGroup("gender", "F", 20_000, 0.74, 1, 0.62, 0.22, true),
            new FairnessGroup("gender", "M", 10_400, 0.58, 0.58 / 0.74, 0.74, 0.36, true),
            new FairnessGroup("age", "under 30", 4_500, 0.61, 0.61 / 0.82, 0.73, 0.31, true),
            new FairnessGroup("age", MARKUP, 8_000, 0.82, 1, 0.55, 0.15, true),
            new FairnessGroup("age", "over 65", 40, 0.9, 1.09, Double.NaN, 0.08, false)),
        new LeakageCheck(
            0.82,
            false,
            List.of(
                new LeakageCheck.Suspect(names.get(3), 0.66),
                new LeakageCheck.Suspect(names.get(7), 0.64)),
            0.759),
        shift(names, random));
  }

  private static Quality quality(Quality other, double auc, double cost) {
    return new Quality(
        other.auc() + auc,
        other.prAuc() + auc,
        other.ks() + auc,
        other.brier() - auc / 10,
        other.logLoss() - auc / 3,
        other.accuracy(),
        other.recall(),
        other.precision(),
        other.threshold(),
        other.cost() + cost);
  }

  private static OutOfFold predictions(int rows, Random random) {
    List<String> clients = new ArrayList<>();
    int[] folds = new int[rows];
    boolean[] defaulted = new boolean[rows];
    double[] probabilities = new double[rows];
    for (int i = 0; i < rows; i++) {
      clients.add("client-" + i);
      folds[i] = i % 5;
      double logOdds = -2.9 + random.nextGaussian();
      probabilities[i] = 1 / (1 + Math.exp(-logOdds));
      defaulted[i] = random.nextDouble() < probabilities[i];
    }
    return new OutOfFold(clients, folds, defaulted, probabilities);
  }

  private static DataSummary data(Bundle bundle, int rows, long defaults, Random random) {
    List<DataSummary.Column> columns = new ArrayList<>();
    for (FeatureEntry entry : bundle.dictionary().entries()) {
      columns.add(
          entry.isCategory()
              ? new DataSummary.Column(
                  entry.name(),
                  0.01,
                  Double.NaN,
                  Double.NaN,
                  Double.NaN,
                  List.of(
                      new DataSummary.Level("Cash loans", rows / 2, 0.08),
                      new DataSummary.Level(MARKUP, rows / 4, 0.05)))
              : new DataSummary.Column(
                  entry.name(),
                  random.nextDouble() * random.nextDouble(),
                  -1.5e3 * random.nextDouble(),
                  random.nextGaussian(),
                  1e6 * random.nextDouble(),
                  List.of()));
    }
    return new DataSummary(rows, defaults, List.of("POS_CASH_balance"), columns);
  }

  private static List<Trial> trials(Random random) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 1; i <= 25; i++) {
      double logLoss = 0.244 + 0.01 * random.nextDouble() / i;
      trials.add(
          new Trial(
              i,
              Map.of("num_leaves", "" + (8 + random.nextInt(60)), "learning_rate", "0.05"),
              i % 3 == 0 ? 5 : 2,
              300 + random.nextInt(200),
              0.77 - (logLoss - 0.244) * 2,
              logLoss,
              0.51 + random.nextDouble() / 50,
              8 + random.nextDouble()));
    }
    return trials;
  }

  private static Calibration calibration(Random random) {
    List<ReliabilityBin> before = new ArrayList<>();
    List<ReliabilityBin> after = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      double predicted = 0.002 * i * i + 0.01;
      before.add(new ReliabilityBin(3000, predicted * 1.4, predicted));
      after.add(new ReliabilityBin(3000, predicted, predicted + 0.004 * random.nextGaussian()));
    }
    return new Calibration(0.93, -0.21, before, after);
  }

  private static CostCurve costCurve(double threshold) {
    List<CostCurve.Point> points = new ArrayList<>();
    for (int i = 1; i <= 400; i++) {
      double at = i / 400.0;
      double distance = Math.log(at / threshold);
      points.add(
          new CostCurve.Point(
              at, 0.5122 + 0.4 * (1 - Math.exp(-distance * distance / (at < threshold ? 2 : 4)))));
    }
    return new CostCurve(
        "missed defaults at 10, refused good clients at 1",
        points,
        new Interval(threshold, threshold * 0.9, threshold * 1.15),
        new Interval(0.5122, 0.4991, 0.5260),
        0.0807 * FALSE_NEGATIVE,
        0.9193);
  }

  private static List<FeatureImportance> importance(List<String> names, Random random) {
    List<FeatureImportance> importance = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      importance.add(
          new FeatureImportance(
              names.get(i),
              9000.0 / (i + 1),
              i > 300 ? 0 : 200 - i / 2 + random.nextInt(20),
              0.4 / (i + 1)));
    }
    return importance;
  }

  private static List<PartialDependence> dependence(List<String> names) {
    List<PartialDependence> dependence = new ArrayList<>();
    for (int f = 1; f < 8; f++) {
      List<PartialDependence.Point> points = new ArrayList<>();
      for (int i = 0; i <= 12; i++) {
        points.add(new PartialDependence.Point("" + i / 12.0, 0.12 - 0.006 * i + 0.002 * f));
      }
      points.add(new PartialDependence.Point("missing", 0.095));
      dependence.add(new PartialDependence(names.get(f), points));
    }
    dependence.add(
        new PartialDependence(
            names.get(0),
            List.of(
                new PartialDependence.Point("Cash loans", 0.083),
                new PartialDependence.Point(MARKUP, 0.055))));
    return dependence;
  }

  private static List<LocalExample> examples(List<String> names) {
    List<LocalExample> examples = new ArrayList<>();
    for (String title : List.of("A high risk", "A low risk", "Close to the threshold")) {
      double sign = title.contains("low") ? -1 : 1;
      List<LocalExample.Contribution> contributions = new ArrayList<>();
      double sum = 0;
      for (int i = 0; i < 9; i++) {
        double contribution = sign * (i % 4 == 3 ? -1 : 1) * 0.8 / (i + 1);
        sum += contribution;
        contributions.add(
            new LocalExample.Contribution(names.get(i), i == 0 ? MARKUP : "0.31", contribution));
      }
      double raw = -2.6 + sum + 0.12;
      examples.add(
          new LocalExample(title, -2.6, raw, 1 / (1 + Math.exp(-raw)), contributions, 0.12));
    }
    return examples;
  }

  private static List<FeatureShift> shift(List<String> names, Random random) {
    List<FeatureShift> shift = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      double psi = i % 90 == 5 ? 0.3 + random.nextDouble() / 5 : 0.02 * random.nextDouble();
      shift.add(
          new FeatureShift(
              names.get(i),
              psi,
              i % 10 == 0 ? Double.NaN : psi / 2,
              0.1,
              i == 5 ? 0.22 : 0.1,
              psi > 0.25 ? "alert" : i % 120 == 7 ? "warning" : "stable"));
    }
    return shift;
  }
}
