package io.creditstream.simulator.population;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One client while being drawn: latent scores, the part's distributions and a stream of noise. */
final class ClientDraw {
  private final PopulationStatistics statistics;
  private final Distributions part;
  private final double[] scores;
  private final RandomGenerator random;
  private final @Nullable DriftShift shift;

  ClientDraw(
      PopulationStatistics statistics,
      Distributions part,
      double[] scores,
      RandomGenerator random,
      @Nullable DriftShift shift) {
    this.statistics = statistics;
    this.part = part;
    this.scores = scores;
    this.random = random;
    this.shift = shift;
  }

  Distributions part() {
    return part;
  }

  RandomGenerator random() {
    return random;
  }

  /** The shift that covers this client, if any. */
  @Nullable DriftShift shift() {
    return shift;
  }

  double score(String latent) {
    return scores[statistics.copula().position(latent)];
  }

  double uniform(String latent) {
    return NormalScores.uniform(score(latent));
  }

  double quantile(String column) {
    return part.grid(column).at(uniform(column));
  }

  String level(String column) {
    return part.category(column).at(uniform(column));
  }

  /** A level that depends on nothing else about the client. */
  String freeLevel(String column) {
    return part.category(column).at(random.nextDouble());
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Whether the named column or block of columns is missing, by its own latent. */
  boolean missing(String block) {
    String name = "missing." + block;
    return uniform(name) > 1 - part.rate(name);
  }

  boolean pensioner() {
    return uniform("PENSIONER") > 1 - part.rate("PENSIONER");
  }

  boolean revolving() {
    return level("NAME_CONTRACT_TYPE").equals("Revolving loans");
  }

  boolean male() {
    return level("CODE_GENDER").equals("M");
  }

  boolean ownsCar() {
    return level("FLAG_OWN_CAR").equals("Y");
  }

  int daysOfBirth() {
    return (int) Math.round(quantile("DAYS_BIRTH"));
  }

  /** The normal score of an external source, shifted where the client is. */
  double externalScore(String column) {
    return score(column) + (shift == null ? 0 : shift.scoreShift());
  }
}
