package io.creditstream.benchmarks.steps;

import io.creditstream.drift.histogram.HistogramLayout;
import io.creditstream.features.profile.NumericProfile;
import io.creditstream.features.profile.ReferenceProfile;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A window of rows of 120 numbers, some often missing, and a reference of them. */
@State(Scope.Thread)
public class DriftState {

  /** Rows of the window. */
  static final int ROWS = 5_000;

  private static final int FEATURES = 120;
  private static final long SEED = 1;

  /** Rows of the reference: counting must not depend on them. */
  @Param({"50000", "300000"})
  public int reference;

  HistogramLayout layout;
  double[][] rows;
  double[] scores;
  double[][] sortedReference;
  ReferenceProfile profile;

  @SuppressWarnings("NullAway.Init") // JMH calls the method below before anything else.
  public DriftState() {}

  /** Draws reference and window. */
  @Setup(Level.Trial)
  public void prepare() {
    Random random = new Random(SEED);
    sortedReference = new double[FEATURES][];
    NumericProfile[] profiles = new NumericProfile[FEATURES];
    for (int feature = 0; feature < FEATURES; feature++) {
      double[] column = new double[reference];
      for (int row = 0; row < reference; row++) {
        column[row] = value(feature, random);
      }
      profiles[feature] = NumericProfile.of("F" + feature, column);
      sortedReference[feature] =
          Arrays.stream(column).filter(value -> !Double.isNaN(value)).sorted().toArray();
    }
    double[] referenceScores = random.doubles(reference).toArray();
    profile =
        new ReferenceProfile(
            reference,
            Arrays.asList(profiles),
            NumericProfile.of(ReferenceProfile.SCORE, referenceScores));
    layout = HistogramLayout.of(profile);
    rows =
        IntStream.range(0, ROWS)
            .mapToObj(
                row ->
                    IntStream.range(0, FEATURES)
                        .mapToDouble(feature -> value(feature, random))
                        .toArray())
            .toArray(double[][]::new);
    scores = random.doubles(ROWS).toArray();
  }

  private static double value(int feature, Random random) {
    return switch (feature % 4) {
      case 0 -> random.nextGaussian();
      case 1 -> Math.exp(random.nextGaussian());
      case 2 -> random.nextInt(10) < 3 ? Double.NaN : random.nextGaussian();
      default -> random.nextInt(6);
    };
  }
}
