package io.creditstream.trainer;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.trainer.evaluation.CostModel;
import io.creditstream.trainer.fit.BoostingParameters;
import io.creditstream.trainer.search.SearchOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Small fast training runs. */
public final class TestTraining {

  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private TestTraining() {}

  public static BoostingParameters parameters(long seed) {
    return new BoostingParameters(20, 10, 0.2, 8, 10, 0.3, 1, 0, 1, false, seed);
  }

  public static TrainingOptions options(long seed) {
    return new TrainingOptions(
        seed,
        3,
        parameters(seed),
        CostModel.STANDARD,
        ProtectedFeatures.ALL_BUT_GENDER,
        SearchOptions.NONE,
        false);
  }

  public static Trainer trainer(long seed) {
    return new Trainer(options(seed), CLOCK, Progress.silent());
  }

  public static Trained train(long seed, DossierSource dossiers) {
    return trainer(seed).train(new TrainingInput(dossiers, List.of()));
  }

  /** The bundle that tests share which only need one. */
  public static Bundle bundle() {
    return trained().bundle();
  }

  /** The run that it comes from. */
  public static Trained trained() {
    return Shared.TRAINED;
  }

  private static final class Shared {
    private static final Trained TRAINED = train(5, TestDossiers.of(600, 5));
  }
}
