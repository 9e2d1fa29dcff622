package io.creditstream.drift.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NewestModelsTest {

  private final NewestModels models = new NewestModels(2);

  @Test
  void shouldForgetTheModelThatDecidedLongestAgo() {
    saw("b", 20, 5);
    saw("a", 10, 5);
    saw("c", 30, 5);
    saw("b", 5, 5);

    assertThat(models.trim()).containsExactly("a");
    assertThat(models.oldestFirst()).containsExactly("b", "c");
    assertThat(models.trim()).isEmpty();
  }

  @Test
  void shouldNotTakeAModelForNewOfWhichOnlyOutcomesBecomeKnown() {
    saw("old", 10, 5);
    saw("before", 20, 5);
    saw("now", 30, 5);

    saw("old", 40, 0);

    assertThat(models.trim()).containsExactly("old");
    saw("old", 50, 0);
    assertThat(models.trim()).containsExactly("old");
  }

  private void saw(String model, long start, long decisions) {
    models.saw(model, Instant.ofEpochSecond(start), decisions);
  }
}
