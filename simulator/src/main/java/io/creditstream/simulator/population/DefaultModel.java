package io.creditstream.simulator.population;

import java.util.random.RandomGenerator;

/**
 * Whether a client will default: logistic in the normal scores of the drivers. A driver counts only
 * where it can be seen: an external score that is missing, a bureau or a loan history that the
 * client does not have contributes nothing.
 */
final class DefaultModel {
  private final RiskWeights risk;

  DefaultModel(RiskWeights risk) {
    this.risk = risk;
  }

  /** Which histories the client has, before any drift takes them away. */
  record Seen(boolean bureau, boolean previous, boolean card) {}

  double probability(ClientDraw client, Seen seen) {
    double logit = risk.intercept();
    for (var weight : risk.weights().entrySet()) {
      String driver = weight.getKey();
      if (counts(driver, client, seen)) {
        double score =
            driver.startsWith("EXT_SOURCE") ? client.externalScore(driver) : client.score(driver);
        logit += weight.getValue() * score;
      }
    }
    return 1 / (1 + Math.exp(-logit));
  }

  boolean defaults(ClientDraw client, Seen seen, RandomGenerator random) {
    return random.nextDouble() < probability(client, seen);
  }

  private static boolean counts(String driver, ClientDraw client, Seen seen) {
    if (driver.equals("EXT_SOURCE_1") || driver.equals("EXT_SOURCE_3")) {
      return !client.missing(driver);
    }
    if (driver.equals("DAYS_EMPLOYED")) {
      return !client.pensioner();
    }
    if (driver.equals("CREDIT_TO_GOODS")) {
      return !client.revolving();
    }
    if (driver.startsWith("bureau.")) {
      return seen.bureau();
    }
    if (driver.startsWith("card.")) {
      return seen.card();
    }
    return seen.previous()
        || !(driver.startsWith("previous.")
            || driver.startsWith("pos.")
            || driver.startsWith("instalments."));
  }
}
