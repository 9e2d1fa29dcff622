package io.creditstream.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleDirectory;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.model.VerifiedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RealSampleIT {

  private static final Path SAMPLE = Path.of("..", "..", "shared", "data", "home-credit");

  @Test
  void shouldRankRealApplicantsWellButNotTooWellToBeTrue() {
    assumeTrue(
        Files.isDirectory(SAMPLE),
        () -> "skipped: no sample of real applications at " + SAMPLE.toAbsolutePath().normalize());
    Trainer trainer =
        new Trainer(TrainingOptions.standard(1), TestTraining.CLOCK, Progress.silent());

    Bundle bundle;
    try (DossierSource dossiers =
        KaggleDirectory.open(SAMPLE)
            .dossiers(KaggleTable.APPLICATION_TRAIN, SubmissionTimes.at(TestDossiers.SUBMITTED))) {
      bundle = trainer.train(dossiers);
    }

    // Above 0.82 the outcome would have leaked into the features.
    assertThat(bundle.summary().auc()).isGreaterThan(0.70).isLessThan(0.82);
    assertThat(bundle.summary().costPerApplication())
        .as("declining nobody costs more")
        .isLessThan(10 * bundle.summary().defaultRate());
    VerifiedModel.verify(bundle);
  }
}
