package io.creditstream.trainer;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.TrainingSummary;
import java.util.Locale;

/** The figures of a training run as text for a terminal. */
public final class TrainingReport {

  private TrainingReport() {}

  public static String of(Bundle bundle) {
    TrainingSummary s = bundle.summary();
    return String.format(
        Locale.ROOT,
        """
        Model %s: %d trees on %d features, fitted to %d applications (%.2f %% defaults)
        On %d applications held out:
          AUC       %.4f
          accuracy  %.4f
          cost      %.4f an application (a missed default costs %.0f, a refused good client 1)
          threshold %.4f (decline from this probability of default on)
                            repaid  defaulted
          approved        %8d   %8d
          declined        %8d   %8d
        """,
        bundle.manifest().version(),
        s.trees(),
        bundle.dictionary().size(),
        s.trainingRows(),
        100 * s.defaultRate(),
        s.holdoutRows(),
        s.auc(),
        s.accuracy(),
        s.costPerApplication(),
        s.falseNegativeCost(),
        s.threshold(),
        s.trueNegatives(),
        s.falseNegatives(),
        s.falsePositives(),
        s.truePositives());
  }
}
