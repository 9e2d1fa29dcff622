package io.creditstream.simulator.population;

import java.util.random.RandomGenerator;

/**
 * The client's side of the history columns: each record's normal score is loading·(client's latent)
 * + √(1 − loading²)·noise, so that records of a client resemble each other as real ones do while
 * their marginal distribution stays that of the grid.
 */
record HistoryLatents(PopulationStatistics statistics, double[] scores) {

  double score(String latent) {
    return scores[statistics.copula().position(latent)];
  }

  double uniform(String latent) {
    return NormalScores.uniform(score(latent));
  }

  /** The uniform of one record's value. */
  double recordUniform(String latent, RandomGenerator random) {
    return NormalScores.uniform(recordScore(latent, random));
  }

  double recordScore(String latent, RandomGenerator random) {
    double loading = statistics.loading(latent);
    return loading * score(latent) + Math.sqrt(1 - loading * loading) * random.nextGaussian();
  }
}
