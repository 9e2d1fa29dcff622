package io.creditstream.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.TestDossiers;
import io.creditstream.trainer.TestTraining;
import io.creditstream.trainer.Trained;
import io.creditstream.trainer.Trainer;
import io.creditstream.trainer.TrainingInput;
import io.creditstream.trainer.TrainingOptions;
import io.creditstream.trainer.result.TestResults;
import io.creditstream.trainer.search.SearchBudget;
import io.creditstream.trainer.search.SearchOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunFindingsTest {

  @Test
  void shouldPromiseTheSameModelOfTheSameSettings() {
    Bundle bundle = TestTraining.bundle();

    assertThat(findings().run(TestResults.of(bundle, 500, 5), bundle).get(1))
        .contains("settings and seed 5: it gives the model");
  }

  @Test
  void shouldNotPromiseThatASearchByTimeComesAsFarAgain() {
    Trained trained =
        new Trainer(byTime(), TestTraining.CLOCK, Progress.silent())
            .train(new TrainingInput(TestDossiers.of(200, 5), List.of()));

    assertThat(findings().run(trained.result(), trained.bundle()).get(1))
        .contains(
            "but --trials %d in place of --budget".formatted(trained.result().trials().size()));
  }

  private static RunFindings findings() {
    return new RunFindings(Words.of(Language.EN));
  }

  private static TrainingOptions byTime() {
    TrainingOptions options = TestTraining.options(5);
    return new TrainingOptions(
        options.seed(),
        options.folds(),
        options.boosting(),
        options.cost(),
        options.protectedFeatures(),
        new SearchOptions(new SearchBudget.Time(Duration.ofNanos(1)), Optional.empty(), false),
        false);
  }
}
