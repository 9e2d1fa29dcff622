package io.creditstream.trainer;

import io.creditstream.trainer.fit.CrossFit;
import io.creditstream.trainer.fit.CrossValidation;
import io.creditstream.trainer.fit.Growth;
import io.creditstream.trainer.fit.Recipe;
import io.creditstream.trainer.imbalance.Untreated;
import java.util.List;

/** Searches and compares as far as it is asked to, and says how the model is made. */
final class ModelChooser {

  private final TrainingOptions options;
  private final CrossValidation validation;
  private final Progress progress;

  ModelChooser(TrainingOptions options, CrossValidation validation, Progress progress) {
    this.options = options;
    this.validation = validation;
    this.progress = progress;
  }

  ModelChoice choose() {
    Recipe recipe = new Recipe(options.boosting(), Growth.BOOSTING, new Untreated());
    CrossFit crossFit = validation.fit(recipe, "Cross-validating", progress);
    return new ModelChoice(recipe, crossFit, List.of(), List.of(), List.of());
  }
}
