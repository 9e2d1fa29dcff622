package io.creditstream.model.compiled;

/**
 * The Gauss–Radau rule on [0, 1], one of whose points is 0: w_0 f(0) + Σ w_q f(t_q) is ∫ f(t) dt
 * for every polynomial f of degree up to 2n, with n points besides 0.
 *
 * @param zeroWeight w_0
 * @param points t_q, ascending, inside of (0, 1)
 * @param complements 1 − t_q
 * @param weights w_q; all of them and w_0 sum to 1
 */
record GaussRadau(double zeroWeight, double[] points, double[] complements, double[] weights) {

  private static final int NEWTON_STEPS = 100;

  /** The rule of n points besides 0, by Newton's method on P_n + P_{n+1}, P the Legendre ones. */
  static GaussRadau of(int n) {
    double[] points = new double[n];
    double[] complements = new double[n];
    double[] weights = new double[n];
    int all = n + 1;
    for (int q = 0; q < n; q++) {
      double root = root(n, -Math.cos(2 * Math.PI * (q + 1) / (2 * all - 1)));
      double legendre = legendre(n, root)[0];
      points[q] = (1 + root) / 2;
      complements[q] = (1 - root) / 2;
      weights[q] = complements[q] / ((double) all * all * legendre * legendre);
    }
    return new GaussRadau(1.0 / ((double) all * all), points, complements, weights);
  }

  private static double root(int n, double start) {
    double x = start;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double[] lower = legendre(n, x);
      double[] upper = legendre(n + 1, x);
      double next = x - (lower[0] + upper[0]) / (lower[1] + upper[1]);
      if (Math.abs(next - x) <= Math.ulp(1.0) / 2) {
        return next;
      }
      x = next;
    }
    return x;
  }

  /** P_n and its derivative at x, by Bonnet's recursion. */
  private static double[] legendre(int n, double x) {
    double previous = 1;
    double value = x;
    for (int k = 2; k <= n; k++) {
      double next = ((2 * k - 1) * x * value - (k - 1) * previous) / k;
      previous = value;
      value = next;
    }
    return new double[] {value, n * (x * value - previous) / (x * x - 1)};
  }
}
