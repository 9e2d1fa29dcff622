package io.creditstream.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.trainer.evaluation.CostAmounts;
import io.creditstream.trainer.search.SearchBudget;
import io.creditstream.trainer.search.SearchOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingOptionsTest {

  @Test
  void shouldSayWhatWasAskedForByTheNamesOfTheOptions() {
    TrainingOptions options =
        new TrainingOptions(
            1,
            5,
            TestTraining.parameters(1),
            new CostAmounts(0.6, 0.05),
            ProtectedFeatures.NONE,
            new SearchOptions(
                new SearchBudget.Time(Duration.ofMinutes(10)), Optional.empty(), false),
            true);

    assertThat(options.settings())
        .isEqualTo(
            Map.of(
                "cost-amounts", "0.6:0.05",
                "budget", "PT10M",
                "with-gender", "false",
                "without-protected", "true",
                "compare", "true"));
    assertThat(TestTraining.options(1).settings())
        .containsEntry("false-negative-cost", "10.0")
        .containsEntry("trials", "0");
  }

  @Test
  void shouldRefuseFoldsThatCannotBe() {
    assertThatThrownBy(
            () ->
                new TrainingOptions(
                    1,
                    1,
                    TestTraining.parameters(1),
                    new CostAmounts(0.6, 0.05),
                    ProtectedFeatures.NONE,
                    SearchOptions.NONE,
                    false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("folds must be from 2 to 20");
  }
}
