package io.creditstream.trainer.compare;

import io.creditstream.trainer.Progress;
import io.creditstream.trainer.fit.BoostingParameters;
import io.creditstream.trainer.fit.CrossFit;
import io.creditstream.trainer.fit.CrossValidation;
import io.creditstream.trainer.fit.Growth;
import io.creditstream.trainer.fit.Recipe;
import io.creditstream.trainer.fit.RowTreatment;
import io.creditstream.trainer.imbalance.ClassWeights;
import io.creditstream.trainer.imbalance.Smote;
import io.creditstream.trainer.imbalance.Undersampling;
import io.creditstream.trainer.imbalance.Untreated;
import io.creditstream.trainer.result.ImbalanceResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares treatments of class imbalance, all else equal. A treatment is chosen if it is the
 * cheapest and clearly cheaper than none; what chance explains is no reason to change the data.
 *
 * @param chosen how to treat the rows
 * @param results one a treatment, none first
 * @param untreated the scores out of fold of untreated rows
 */
public record ImbalanceComparison(
    RowTreatment chosen, List<ImbalanceResult> results, CrossFit untreated) {

  public ImbalanceComparison {
    results = List.copyOf(results);
  }

  /** Tries all treatments. */
  public static ImbalanceComparison run(
      CrossValidation validation,
      BoostingParameters parameters,
      ScoredRows rows,
      Progress progress) {
    List<RowTreatment> treatments =
        List.of(new Untreated(), new ClassWeights(), new Undersampling(), new Smote());
    List<CrossFit> fits = new ArrayList<>();
    List<ImbalanceResult> results = new ArrayList<>();
    int cheapest = 0;
    for (RowTreatment treatment : treatments) {
      CrossFit fit =
          validation.fit(
              new Recipe(parameters, Growth.BOOSTING, treatment),
              "Class imbalance: " + treatment.title(),
              progress);
      fits.add(fit);
      results.add(new ImbalanceResult(treatment.title(), rows.quality(fit.rawScores()), false));
      int last = fits.size() - 1;
      if (results.get(last).quality().cost() < results.get(cheapest).quality().cost()) {
        cheapest = last;
      }
    }
    CrossFit untreated = fits.get(0);
    int chosen =
        rows.clearlyCheaper(fits.get(cheapest).rawScores(), untreated.rawScores()) ? cheapest : 0;
    ImbalanceResult best = results.get(chosen);
    results.set(chosen, new ImbalanceResult(best.method(), best.quality(), true));
    return new ImbalanceComparison(treatments.get(chosen), results, untreated);
  }
}
