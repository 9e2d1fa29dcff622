package io.creditstream.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleDirectory;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.model.VerifiedModel;
import io.creditstream.trainer.evaluation.CostModel;
import io.creditstream.trainer.fit.BoostingParameters;
import io.creditstream.trainer.search.SearchOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealSampleIT {

  private static final Path SAMPLE = Path.of("..", "..", "shared", "data", "home-credit");

  /** Larger steps than the standard ones, for the time that they save. */
  private static final BoostingParameters QUICK =
      new BoostingParameters(150, 30, 0.1, 8, 40, 0.2, 1, 0, 10, true, 1);

  @Test
  void shouldRankRealApplicantsWellButNotTooWellToBeTrue() {
    assumeTrue(
        Files.isDirectory(SAMPLE),
        () -> "skipped: no sample of real applications at " + SAMPLE.toAbsolutePath().normalize());
    TrainingOptions options =
        new TrainingOptions(
            1,
            3,
            QUICK,
            CostModel.STANDARD,
            ProtectedFeatures.ALL_BUT_GENDER,
            SearchOptions.NONE,
            false);
    Trainer trainer = new Trainer(options, TestTraining.CLOCK, Progress.silent());

    Bundle bundle;
    try (DossierSource dossiers =
        KaggleDirectory.open(SAMPLE)
            .dossiers(KaggleTable.APPLICATION_TRAIN, SubmissionTimes.at(TestDossiers.SUBMITTED))) {
      bundle = trainer.train(new TrainingInput(dossiers, List.of())).bundle();
    }

    // Above 0.82 the outcome would have leaked into the features.
    assertThat(bundle.summary().auc()).isGreaterThan(0.70).isLessThan(0.82);
    assertThat(bundle.summary().costPerApplication())
        .as("declining nobody costs more")
        .isLessThan(10 * bundle.summary().defaultRate());
    VerifiedModel.verify(bundle);
  }
}
