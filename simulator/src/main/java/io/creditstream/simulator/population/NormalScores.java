package io.creditstream.simulator.population;

/** The standard normal distribution function. */
final class NormalScores {
  private NormalScores() {}

  /**
   * P(Z ≤ z), with an absolute error below 1e-14: Hart's rational approximation in the form of G.
   * West, "Better approximations to cumulative normal functions", Wilmott 2005.
   */
  static double uniform(double z) {
    double x = Math.abs(z);
    if (x > 37) {
      return z > 0 ? 1 : 0;
    }
    double tail;
    double exp = Math.exp(-x * x / 2);
    if (x < 7.07106781186547) {
      double n = 3.52624965998911e-02 * x + 0.700383064443688;
      n = n * x + 6.37396220353165;
      n = n * x + 33.912866078383;
      n = n * x + 112.079291497871;
      n = n * x + 221.213596169931;
      n = n * x + 220.206867912376;
      double d = 8.83883476483184e-02 * x + 1.75566716318264;
      d = d * x + 16.064177579207;
      d = d * x + 86.7807322029461;
      d = d * x + 296.564248779674;
      d = d * x + 637.333633378831;
      d = d * x + 793.826512519948;
      d = d * x + 440.413735824752;
      tail = exp * n / d;
    } else {
      double f = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
      tail = exp / f / 2.506628274631;
    }
    return z > 0 ? 1 - tail : tail;
  }
}
