package io.creditstream.trainer.result;

import java.util.List;

/**
 * The explanation of one row, without saying whose it is.
 *
 * @param title why it was chosen, in a few words
 * @param baseValue mean raw score, in log-odds, where the contributions start
 * @param rawScore in log-odds
 * @param probability of default
 * @param contributions the largest ones, largest first
 * @param others sum of all other contributions
 */
public record LocalExample(
    String title,
    double baseValue,
    double rawScore,
    double probability,
    List<Contribution> contributions,
    double others) {

  public LocalExample {
    contributions = List.copyOf(contributions);
  }

  /** A feature, its value in words, and what it adds to the raw score. */
  public record Contribution(String feature, String value, double contribution) {}
}
