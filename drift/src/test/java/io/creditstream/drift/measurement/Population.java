package io.creditstream.drift.measurement;

import io.creditstream.drift.histogram.CellList;
import io.creditstream.drift.histogram.HistogramLayout;
import io.creditstream.drift.histogram.WindowHistogram;
import io.creditstream.features.profile.CategoryProfile;
import io.creditstream.features.profile.FeatureProfile;
import io.creditstream.features.profile.NumericProfile;
import io.creditstream.features.profile.ReferenceProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A population of vectors with features of every awkward kind, and its frozen reference. */
public final class Population {

  /** Levels of the categories: a few common ones and a long tail of rare ones. */
  private static final int LEVELS = 40;

  private final List<ToDoubleFunction<Random>> features = new ArrayList<>();
  private final ReferenceProfile profile;
  private final HistogramLayout layout;

  /**
   * @param repeats how often each kind of feature occurs
   * @param rows rows of the reference
   */
  public Population(int repeats, int rows, long seed) {
    for (int i = 0; i < repeats; i++) {
      features.add(Random::nextGaussian);
      features.add(random -> Math.exp(2 * random.nextGaussian()));
      features.add(random -> random.nextInt(100) < 70 ? Double.NaN : random.nextDouble());
      features.add(random -> random.nextInt(100) < 95 ? 0 : 1 + random.nextInt(5));
      features.add(random -> random.nextInt(2));
      features.add(random -> 42);
      features.add(random -> Double.NaN);
      features.add(random -> Math.floor(LEVELS * Math.pow(random.nextDouble(), 4)));
    }
    Random random = new Random(seed);
    double[][] columns = new double[features.size()][rows];
    double[] scores = new double[rows];
    for (int row = 0; row < rows; row++) {
      double[] vector = vector(random);
      for (int i = 0; i < vector.length; i++) {
        columns[i][row] = vector[i];
      }
      scores[row] = score(random);
    }
    profile = profile(columns, scores);
    layout = HistogramLayout.of(profile);
  }

  private static ReferenceProfile profile(double[][] columns, double[] scores) {
    List<FeatureProfile> profiles = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      profiles.add(
          i % 8 == 7
              ? CategoryProfile.of("F" + i, levels(columns[i]), columns[i])
              : NumericProfile.of("F" + i, columns[i]));
    }
    return new ReferenceProfile(
        scores.length, profiles, NumericProfile.of(ReferenceProfile.SCORE, scores));
  }

  private static List<String> levels(double[] column) {
    return IntStream.range(0, LEVELS).mapToObj(i -> "level " + i).toList();
  }

  public ReferenceProfile profile() {
    return profile;
  }

  public HistogramLayout layout() {
    return layout;
  }

  /** A vector of the population; a level that the reference never showed is unseen. */
  public double[] vector(Random random) {
    return features.stream().mapToDouble(feature -> feature.applyAsDouble(random)).toArray();
  }

  public double score(Random random) {
    return 1 / (1 + Math.exp(2.5 - random.nextGaussian()));
  }

  /** A window of vectors, each changed by the given function. */
  public WindowHistogram window(Random random, int size, Change change) {
    WindowHistogram window = WindowHistogram.empty(layout.cells());
    for (int i = 0; i < size; i++) {
      window.add(CellList.of(layout, change.of(vector(random), random), score(random)));
    }
    return window;
  }

  /** Changes a vector in place. */
  @FunctionalInterface
  public interface Change {
    double[] of(double[] vector, Random random);

    static Change none() {
      return (vector, random) -> vector;
    }
  }
}
