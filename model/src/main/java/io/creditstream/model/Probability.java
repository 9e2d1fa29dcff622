package io.creditstream.model;

/** The probability of default that log-odds stand for. */
public final class Probability {

  private Probability() {}

  /** The logistic function 1 / (1 + e^−x), strictly between 0 and 1 for any usual score. */
  public static double of(double rawScore) {
    return 1.0 / (1.0 + StrictMath.exp(-rawScore));
  }
}
