package io.creditstream.advisor.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.creditstream.advisor.explain.Waterfall.Kind;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.schemas.LoanDecision;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTest {

  private static final FeatureDictionary DICTIONARY =
      new FeatureDictionary(
          List.of(
              feature("A", true), feature("AGE", false), feature("B", true), feature("C", true)));

  @Test
  void shouldLeadFromTheAverageToTheScoreAndGroupWhatMayNotBeShown() {
    LoanDecision decision = decision(-2.0, 0.1, -0.4, 0.5, -0.2);

    Interpretation why = Interpretation.of(decision, DICTIONARY).orElseThrow();
    Waterfall waterfall = Waterfall.of(why, 2);

    assertThat(waterfall.start()).isEqualTo(-2.0);
    assertThat(waterfall.steps())
        .extracting(Waterfall.Step::kind)
        .containsExactly(Kind.FEATURE, Kind.FEATURE, Kind.OTHERS, Kind.HIDDEN);
    assertThat(waterfall.steps().get(0).contribution().orElseThrow().feature().name())
        .isEqualTo("B");
    assertThat(waterfall.steps().get(3).after()).isCloseTo(decision.getRawScore(), offset(1e-12));
    assertThat(why.hidden()).isEqualTo(-0.4);
    assertThat(why.raising(5)).extracting(WaterfallTest::fact).containsExactly("B", "A");
    assertThat(why.lowering(5)).extracting(WaterfallTest::fact).containsExactly("C");
  }

  @Test
  void shouldExplainNothingWhereNothingWasRecorded() {
    LoanDecision decision = decision(-2.0, 0.1, -0.4, 0.5, -0.2);
    decision.setContributions(List.of());

    assertThat(Interpretation.of(decision, DICTIONARY)).isEmpty();
  }

  private static String fact(Argument argument) {
    return argument.strongest().feature().name();
  }

  private static LoanDecision decision(double base, Double... contributions) {
    LoanDecision decision = new LoanDecision();
    decision.setBaseValue(base);
    decision.setRawScore(
        base + Arrays.stream(contributions).mapToDouble(Double::doubleValue).sum());
    decision.setFeatures(Arrays.asList(1.0, 40.0, null, 2.0));
    decision.setContributions(List.of(contributions));
    return decision;
  }

  private static FeatureEntry feature(String name, boolean showable) {
    return new FeatureEntry(name, FeatureKind.NUMERIC, "t", name, name, showable, List.of());
  }
}
