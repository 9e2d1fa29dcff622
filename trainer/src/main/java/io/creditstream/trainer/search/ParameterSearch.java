package io.creditstream.trainer.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.bundle.Sha256;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.fit.BoostingParameters;
import io.creditstream.trainer.fit.CrossValidation;
import io.creditstream.trainer.fit.RowTreatment;
import io.creditstream.trainer.matrix.FeatureMatrix;
import io.creditstream.trainer.matrix.MatrixDigest;
import java.util.Arrays;
import java.util.List;

/** Searches for hyper-parameters, with a journal where one is asked for. */
public final class ParameterSearch {

  private final SearchOptions options;
  private final Progress progress;

  public ParameterSearch(SearchOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * @param standard what is tried first, and used if there is no search
   * @param costs of the wrong decision about each row
   */
  public SearchResult run(
      BoostingParameters standard,
      CrossValidation validation,
      FeatureMatrix matrix,
      RowTreatment treatment,
      double[] costs) {
    if (options.budget().equals(SearchBudget.NONE)) {
      return new SearchResult(standard, List.of());
    }
    TrialRunner trials = new FoldTrials(validation, treatment, matrix.defaulted(), costs);
    if (options.journal().isEmpty()) {
      return search(standard, validation, trials);
    }
    String identity =
        String.join(
            " ",
            SearchSpace.VERSION,
            standard.toString(),
            validation.folds().toString(),
            Integer.toString(Arrays.hashCode(validation.folds().ofRow())),
            Integer.toString(Arrays.hashCode(costs)),
            treatment.title(),
            MatrixDigest.of(matrix));
    try (TrialJournal journal =
        TrialJournal.open(
            options.journal().get(),
            Sha256.hex(identity.getBytes(UTF_8)),
            options.resume(),
            trials)) {
      return search(standard, validation, journal);
    }
  }

  private SearchResult search(
      BoostingParameters standard, CrossValidation validation, TrialRunner runner) {
    return new HalvingSearch(
            new SearchSpace(standard),
            runner,
            validation.folds().count(),
            System::nanoTime,
            progress)
        .run(options.budget());
  }
}
