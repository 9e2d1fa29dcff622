package io.creditstream.features.profile;

/** Makes the matrix that whitens scores, of their correlations. */
final class Whitening {

  /** Keeps what is nearly a sum of other features from outweighing everything. */
  private static final double SHRINKAGE = 0.05;

  private Whitening() {}

  /**
   * W = L⁻¹ where L Lᵀ = (1 − s) R + s I is the Cholesky decomposition of the shrunken
   * correlations.
   *
   * @param correlations R, symmetric with a diagonal of 1
   */
  static double[][] of(double[][] correlations) {
    return inverse(cholesky(correlations));
  }

  private static double[][] cholesky(double[][] correlations) {
    int k = correlations.length;
    double[][] lower = new double[k][];
    for (int i = 0; i < k; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? 1 : (1 - SHRINKAGE) * correlations[i][j];
        for (int m = 0; m < j; m++) {
          sum -= lower[i][m] * lower[j][m];
        }
        lower[i][j] = i == j ? Math.sqrt(Math.max(sum, SHRINKAGE / 2)) : sum / lower[j][j];
      }
    }
    return lower;
  }

  private static double[][] inverse(double[][] lower) {
    int k = lower.length;
    double[][] inverse = new double[k][];
    for (int i = 0; i < k; i++) {
      inverse[i] = new double[i + 1];
      inverse[i][i] = 1 / lower[i][i];
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int m = j; m < i; m++) {
          sum -= lower[i][m] * inverse[m][j];
        }
        inverse[i][j] = sum / lower[i][i];
      }
    }
    return inverse;
  }
}
