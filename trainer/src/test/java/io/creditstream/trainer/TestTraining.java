package io.creditstream.trainer;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.trainer.evaluation.BusinessCost;
import io.creditstream.trainer.fit.BoostingParameters;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Small fast training runs. */
public final class TestTraining {

  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private TestTraining() {}

  public static BoostingParameters parameters(long seed) {
    return new BoostingParameters(20, 10, 0.2, 8, 10, 0.3, 1, seed);
  }

  public static TrainingOptions options(long seed) {
    return new TrainingOptions(parameters(seed), BusinessCost.STANDARD, false);
  }

  public static Trainer trainer(long seed) {
    return new Trainer(options(seed), CLOCK, Progress.silent());
  }

  /** The bundle that tests share which only need one. */
  public static Bundle bundle() {
    return Shared.BUNDLE;
  }

  private static final class Shared {
    private static final Bundle BUNDLE = trainer(5).train(TestDossiers.of(600, 5));
  }
}
