package io.creditstream.trainer.publish;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleParts;
import io.creditstream.features.bundle.Documents;
import io.creditstream.features.bundle.Policy;
import io.creditstream.trainer.TestTraining;
import java.util.Map;
import java.util.Random;

/** Bundles of models that decide well or badly on the same loans. */
public final class TestBundles {

  private static final String FAIR =
      "{\"leakage\":{\"suspected\":false},\"fairness\":["
          + "{\"attribute\":\"gender\",\"group\":\"F\",\"approvalRatio\":1.0,\"large\":true},"
          + "{\"attribute\":\"gender\",\"group\":\"M\",\"approvalRatio\":0.85,\"large\":true},"
          + "{\"attribute\":\"age\",\"group\":\"over 65\",\"approvalRatio\":0.5,\"large\":false}]}";

  private TestBundles() {}

  /**
   * A bundle whose model text differs by a tree of no effect, and so in version.
   *
   * @param noise standard deviation of its log-odds around the true ones
   */
  public static Bundle of(int version, double noise) {
    return of(version, Map.of("holdout.csv", holdout(3000, noise), "results.json", FAIR));
  }

  static Bundle of(int version, Map<String, String> documents) {
    Bundle bundle = TestTraining.bundle();
    String parameters = "parameters:\n";
    String text =
        bundle.modelText().replace(parameters, parameters + "[variant: " + version + "]\n");
    return BundleParts.seal(
            text,
            bundle.dictionary(),
            bundle.profile(),
            new Policy("threshold-1", 1 / 11.0, 1 / 11.0),
            bundle.selfTest(),
            bundle.summary(),
            bundle.manifest().createdAt())
        .with(Documents.of(documents));
  }

  static String fair() {
    return FAIR;
  }

  static String holdout(int loans, double noise) {
    Random truth = new Random(7);
    Random error = new Random(11);
    StringBuilder csv = new StringBuilder("pseudonym,fold,defaulted,probability\n");
    for (int i = 0; i < loans; i++) {
      double logOdds = -2.5 + 1.5 * truth.nextGaussian();
      boolean defaulted = truth.nextDouble() < logistic(logOdds);
      double probability = logistic(logOdds + noise * error.nextGaussian());
      csv.append(String.format("%016x", i))
          .append(",0,")
          .append(defaulted ? 1 : 0)
          .append(',')
          .append(probability)
          .append('\n');
    }
    return csv.toString();
  }

  private static double logistic(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
