package io.creditstream.features.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes the joint profile of a reference: of the numbers that are rarely missing, those that go
 * most closely with another one. Every other row makes the correlations, the rows between make the
 * distribution of the distance, so that it is that of rows it was not fitted to.
 */
final class JointReference {

  /** Most features of a profile: what a row costs grows with their square. */
  static final int MOST_FEATURES = 32;

  /** Fewer rows tell little of correlations. */
  static final int LEAST_ROWS = 1_000;

  private static final int MOST_ROWS = 5_000;
  private static final double MOST_MISSING = 0.05;
  private static final int LEAST_BINS = 3;

  private JointReference() {}

  /**
   * The joint profile; empty where rows or features are too few.
   *
   * @param profiles the features
   * @param columns their values: columns[feature][row]
   */
  static Optional<JointProfile> of(List<FeatureProfile> profiles, double[][] columns) {
    int rows = columns.length == 0 ? 0 : columns[0].length;
    List<Integer> candidates =
        IntStream.range(0, profiles.size())
            .filter(i -> isUsable(profiles.get(i), rows))
            .boxed()
            .toList();
    if (rows < LEAST_ROWS || candidates.size() < 2) {
      return Optional.empty();
    }
    double[][] fitted = scores(profiles, columns, candidates, 0);
    double[][] correlations = correlations(fitted);
    int[] chosen = strongest(correlations);
    double[][] whitening = Whitening.of(select(correlations, chosen));
    List<Integer> features = IntStream.of(chosen).mapToObj(candidates::get).toList();
    double[][] held = scores(profiles, columns, features, 1);
    return Optional.of(
        new JointProfile(
            features, whitening, NumericProfile.of(JointProfile.NAME, distances(whitening, held))));
  }

  private static boolean isUsable(FeatureProfile profile, int rows) {
    return profile instanceof NumericProfile number
        && number.missing() <= MOST_MISSING * rows
        && number.psiCounts().length >= LEAST_BINS;
  }

  /** Scores of every other row from the first one on: scores[feature][row]. */
  private static double[][] scores(
      List<FeatureProfile> profiles, double[][] columns, List<Integer> features, int first) {
    int rows = columns[0].length;
    int step = 2 * Math.max(1, rows / (2 * MOST_ROWS));
    int[] chosen = IntStream.iterate(first, row -> row < rows, row -> row + step).toArray();
    double[][] scores = new double[features.size()][chosen.length];
    for (int i = 0; i < scores.length; i++) {
      int feature = features.get(i);
      RankScores ranks = new RankScores((NumericProfile) profiles.get(feature));
      for (int row = 0; row < chosen.length; row++) {
        scores[i][row] = ranks.of(columns[feature][chosen[row]]);
      }
    }
    return scores;
  }

  private static double[][] correlations(double[][] scores) {
    int k = scores.length;
    double[] norms = new double[k];
    for (int i = 0; i < k; i++) {
      norms[i] = Math.sqrt(dot(scores[i], scores[i]));
    }
    double[][] correlations = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double norm = norms[i] * norms[j];
        double r = i == j ? 1 : norm == 0 ? 0 : dot(scores[i], scores[j]) / norm;
        correlations[i][j] = r;
        correlations[j][i] = r;
      }
    }
    return correlations;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The features with the strongest partners, in the order of the dictionary. */
  private static int[] strongest(double[][] correlations) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, correlations.length).boxed().toList());
    all.sort(Comparator.comparingDouble((Integer i) -> -partner(correlations, i)));
    return all.stream().limit(MOST_FEATURES).sorted().mapToInt(Integer::intValue).toArray();
  }

  private static double partner(double[][] correlations, int feature) {
    double strongest = 0;
    for (int j = 0; j < correlations.length; j++) {
      if (j != feature) {
        strongest = Math.max(strongest, Math.abs(correlations[feature][j]));
      }
    }
    return strongest;
  }

  private static double[][] select(double[][] correlations, int[] chosen) {
    double[][] selected = new double[chosen.length][chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      for (int j = 0; j < chosen.length; j++) {
        selected[i][j] = correlations[chosen[i]][chosen[j]];
      }
    }
    return selected;
  }

  private static double[] distances(double[][] whitening, double[][] scores) {
    double[] distances = new double[scores[0].length];
    double[] row = new double[scores.length];
    for (int i = 0; i < distances.length; i++) {
      for (int j = 0; j < row.length; j++) {
        row[j] = scores[j][i];
      }
      distances[i] = JointProfile.distance(whitening, row);
    }
    return distances;
  }
}
