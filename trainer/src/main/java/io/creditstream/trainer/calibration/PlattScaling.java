package io.creditstream.trainer.calibration;

/**
 * Platt's scaling: p = 1 / (1 + e^−(slope · raw + offset)).
 *
 * @param slope above 0, so that ranks are kept
 * @param offset in log-odds
 */
public record PlattScaling(double slope, double offset) {

  /** Leaves scores as they are. */
  public static final PlattScaling IDENTITY = new PlattScaling(1, 0);

  private static final int MAX_STEPS = 100;
  private static final int MAX_HALVINGS = 40;
  private static final double ENOUGH = 1e-10;
  private static final double RIDGE = 1e-12;

  public PlattScaling {
    if (!(slope > 0) || Double.isInfinite(slope) || !Double.isFinite(offset)) {
      throw new IllegalArgumentException("calibration needs a slope above 0");
    }
  }

  /**
   * The maximum of the likelihood, found by Newton's method with backtracking (Lin, Lin and Weng,
   * "A Note on Platt's Probabilistic Outputs for Support Vector Machines", 2007). The outcomes are
   * smoothed as Platt proposes: (N₊ + 1) / (N₊ + 2) for a default and 1 / (N₋ + 2) for a good loan.
   *
   * @param rawScores log-odds of rows that the model was not fitted to
   * @return {@link #IDENTITY} if the scores do not rise with the risk, since a slope of 0 or below
   *     would lose or turn their ranks
   */
  public static PlattScaling fit(double[] rawScores, boolean[] defaulted) {
    double[] targets = targets(defaulted);
    double slope = 1;
    double offset = 0;
    double loss = loss(rawScores, targets, slope, offset);
    for (int step = 0; step < MAX_STEPS; step++) {
      double gradientSlope = 0;
      double gradientOffset = 0;
      double slopeSlope = RIDGE;
      double slopeOffset = 0;
      double offsetOffset = RIDGE;
      for (int i = 0; i < rawScores.length; i++) {
        double p = 1 / (1 + StrictMath.exp(-(slope * rawScores[i] + offset)));
        double error = p - targets[i];
        double weight = p * (1 - p);
        gradientSlope += error * rawScores[i];
        gradientOffset += error;
        slopeSlope += weight * rawScores[i] * rawScores[i];
        slopeOffset += weight * rawScores[i];
        offsetOffset += weight;
      }
      if (Math.abs(gradientSlope) + Math.abs(gradientOffset) < ENOUGH * rawScores.length) {
        break;
      }
      double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
      double stepSlope =
          -(offsetOffset * gradientSlope - slopeOffset * gradientOffset) / determinant;
      double stepOffset =
          -(slopeSlope * gradientOffset - slopeOffset * gradientSlope) / determinant;
      double length = 1;
      double next = loss(rawScores, targets, slope + stepSlope, offset + stepOffset);
      for (int halving = 0; halving < MAX_HALVINGS && !(next < loss); halving++) {
        length /= 2;
        next = loss(rawScores, targets, slope + length * stepSlope, offset + length * stepOffset);
      }
      if (!(next < loss)) {
        break;
      }
      slope += length * stepSlope;
      offset += length * stepOffset;
      loss = next;
    }
    return slope > 0 && Double.isFinite(slope) && Double.isFinite(offset)
        ? new PlattScaling(slope, offset)
        : IDENTITY;
  }

  /** The calibrated score, in log-odds. */
  public double apply(double rawScore) {
    return slope * rawScore + offset;
  }

  private static double[] targets(boolean[] defaulted) {
    long defaults = 0;
    for (boolean outcome : defaulted) {
      defaults += outcome ? 1 : 0;
    }
    double high = (defaults + 1.0) / (defaults + 2.0);
    double low = 1.0 / (defaulted.length - defaults + 2.0);
    double[] targets = new double[defaulted.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = defaulted[i] ? high : low;
    }
    return targets;
  }

  /** −Σ t·ln(p) + (1 − t)·ln(1 − p), in a form that does not overflow. */
  private static double loss(double[] raw, double[] targets, double slope, double offset) {
    double loss = 0;
    for (int i = 0; i < raw.length; i++) {
      double z = slope * raw[i] + offset;
      loss +=
          z >= 0
              ? (1 - targets[i]) * z + StrictMath.log1p(StrictMath.exp(-z))
              : -targets[i] * z + StrictMath.log1p(StrictMath.exp(z));
    }
    return loss;
  }
}
