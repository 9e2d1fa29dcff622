package io.creditstream.simulator.population;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A Gaussian copula: standard normal scores with a given correlation, one for each latent name.
 * Drawn as L·g, where L is the Cholesky factor of the correlation matrix and g is white noise.
 */
final class Copula {
  private final Map<String, Integer> positions = new HashMap<>();
  private final double[][] factor;

  /**
   * @param names the latents
   * @param lowerRows row i holds the correlations of latent i with latents 0 … i−1
   * @throws IllegalArgumentException if the matrix is not positive definite
   */
  Copula(List<String> names, double[][] lowerRows) {
    for (String name : names) {
      positions.put(name, positions.size());
    }
    factor = cholesky(lowerRows);
  }

  int position(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw new IllegalArgumentException("no latent " + name);
    }
    return position;
  }

  double[] draw(RandomGenerator random) {
    double[] noise = new double[factor.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextGaussian();
    }
    double[] scores = new double[noise.length];
    for (int i = 0; i < noise.length; i++) {
      double[] row = factor[i];
      double sum = 0;
      for (int j = 0; j <= i; j++) {
        sum += row[j] * noise[j];
      }
      scores[i] = sum;
    }
    return scores;
  }

  private static double[][] cholesky(double[][] lowerRows) {
    int n = lowerRows.length;
    double[][] factor = new double[n][];
    for (int i = 0; i < n; i++) {
      factor[i] = new double[i + 1];
      double diagonal = 1;
      for (int j = 0; j < i; j++) {
        double sum = lowerRows[i][j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        factor[i][j] = sum / factor[j][j];
        diagonal -= factor[i][j] * factor[i][j];
      }
      if (!(diagonal > 0)) {
        throw new IllegalArgumentException("the correlation matrix is not positive definite");
      }
      factor[i][i] = Math.sqrt(diagonal);
    }
    return factor;
  }
}
