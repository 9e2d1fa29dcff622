package io.creditstream.scorer.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.schemas.Reason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReasonSelectorTest {

  private static final ReasonSelector SELECTOR =
      new ReasonSelector(
          new FeatureDictionary(
              IntStream.range(0, 7).mapToObj(i -> entry("F" + i, i != 2)).toList()));

  @Test
  void shouldGiveTheFourThatRaiseTheScoreMost() {
    List<Reason> reasons =
        SELECTOR.select(
            new double[] {0, 1, 2, 3, 4, 5, 6}, new double[] {.1, .5, 0, .3, -9, .4, .2});

    assertThat(reasons).extracting(Reason::getFeature).containsExactly("F1", "F5", "F3", "F6");
    assertThat(reasons).extracting(Reason::getContribution).containsExactly(.5, .4, .3, .2);
    assertThat(reasons.get(0).getCode()).isEqualTo("R_F1");
    assertThat(reasons.get(0).getValue()).isEqualTo(1.0);
  }

  @Test
  void shouldLeaveOutWhatMayNotBeShown() {
    List<Reason> reasons = SELECTOR.select(new double[7], new double[] {0, .1, 9, 0, 0, 0, 0});

    assertThat(reasons).extracting(Reason::getFeature).containsExactly("F1");
  }

  @Test
  void shouldOrderEqualContributionsByTheDictionary() {
    List<Reason> reasons = SELECTOR.select(new double[7], new double[] {1, 1, 1, 1, 1, 1, 1});

    assertThat(reasons).extracting(Reason::getFeature).containsExactly("F0", "F1", "F3", "F4");
  }

  @Test
  void shouldGiveAMissingValueAsNull() {
    List<Reason> reasons =
        SELECTOR.select(
            new double[] {Double.NaN, 0, 0, 0, 0, 0, 0}, new double[] {1, 0, 0, 0, 0, 0, 0});

    assertThat(reasons.get(0).getValue()).isNull();
  }

  private static FeatureEntry entry(String name, boolean showable) {
    return new FeatureEntry(name, FeatureKind.NUMERIC, "t", "en", "fr", showable, List.of());
  }
}
