package io.creditstream.model.compiled;

/**
 * The Gauss–Legendre rule on [0, 1]: Σ w_q f(t_q) is ∫ f(t) dt for every polynomial f of degree up
 * to 2n − 1.
 *
 * @param points t_q, ascending, inside of (0, 1); t_q and t_{n−1−q} sum to 1
 * @param complements 1 − t_q
 * @param weights w_q, which sum to 1
 */
record GaussLegendre(double[] points, double[] complements, double[] weights) {

  private static final int NEWTON_STEPS = 100;

  /** The rule of n points, by Newton's method on the Legendre polynomial P_n. */
  static GaussLegendre of(int n) {
    double[] points = new double[n];
    double[] complements = new double[n];
    double[] weights = new double[n];
    for (int q = 0; q < (n + 1) / 2; q++) {
      double root = root(n, Math.cos(Math.PI * (q + 0.75) / (n + 0.5)));
      double slope = legendre(n, root)[1];
      int mirrored = n - 1 - q;
      // P_n is odd or even: the roots come in pairs ±x, which become (1 ± x) / 2.
      points[q] = (1 - root) / 2;
      complements[q] = (1 + root) / 2;
      weights[q] = 1 / ((1 - root * root) * slope * slope);
      points[mirrored] = complements[q];
      complements[mirrored] = points[q];
      weights[mirrored] = weights[q];
    }
    return new GaussLegendre(points, complements, weights);
  }

  private static double root(int n, double start) {
    double x = start;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double[] at = legendre(n, x);
      double next = x - at[0] / at[1];
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
