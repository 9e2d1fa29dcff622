package io.creditstream.standalone.run;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.simulator.feed.SyntheticDossiers;
import io.creditstream.simulator.population.DriftShift;
import io.creditstream.simulator.population.Population;
import io.creditstream.simulator.population.Profile;
import io.creditstream.trainer.TrainingInput;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** The synthetic population. */
final class SyntheticSource implements ApplicationSource {

  private static final long SEED = 20_240_601;
  private static final long TRAINING_CLIENTS = 8_000;
  private static final SubmissionTimes TRAINING_TIMES =
      SubmissionTimes.at(Instant.parse("2024-06-01T12:00:00Z"));

  private final SyntheticDossiers applications;

  /**
   * @param shift which clients are shifted, by index
   */
  SyntheticSource(DriftShift shift) {
    this.applications =
        new SyntheticDossiers(
            new Population(Profile.STREAM, SEED, shift), Long.MAX_VALUE, TRAINING_TIMES);
  }

  @Override
  public String name() {
    return "synthetic population";
  }

  @Override
  public TrainingInput training() {
    return new TrainingInput(
        new SyntheticDossiers(
            new Population(Profile.TRAIN, SEED), TRAINING_CLIENTS, TRAINING_TIMES),
        List.of());
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.empty();
  }

  @Override
  public Dossier application(long index, Instant submittedAt) {
    return applications.dossier(index, submittedAt);
  }
}
