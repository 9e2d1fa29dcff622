package io.creditstream.advisor.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.schemas.LoanDecision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ArgumentTest {

  private static final int MOST = 4;
  private static final FeatureDictionary CATALOG =
      new FeatureDictionary(
          FeatureCatalog.standard().definitions().stream()
              .map(feature -> feature.entry(List.of()))
              .toList());

  @RepeatedTest(50)
  void shouldNameEachSubjectOnceAndOnlyWhatRaisedTheRisk(RepetitionInfo repetition) {
    Interpretation why = drawn(new Random(repetition.getCurrentRepetition()));
    Map<Subject, Double> sums =
        why.shown().stream()
            .collect(
                Collectors.groupingBy(
                    one -> Subject.of(one.feature().name()),
                    Collectors.summingDouble(Contribution::logOdds)));

    List<Argument> reasons = why.raising(MOST);

    assertThat(reasons)
        .hasSize((int) Math.min(MOST, sums.values().stream().filter(sum -> sum > 0).count()))
        .extracting(Argument::subject)
        .doesNotHaveDuplicates();
    assertThat(reasons)
        .isSortedAccordingTo(Comparator.comparingDouble(Argument::logOdds).reversed())
        .allSatisfy(
            one -> {
              assertThat(one.logOdds()).isPositive();
              assertThat(one.logOdds()).isCloseTo(sums.get(one.subject()), offset(1e-12));
              assertThat(one.strongest().feature().showable()).isTrue();
              assertThat(one.strongest().logOdds()).isPositive();
              assertThat(why.shown())
                  .filteredOn(fact -> Subject.of(fact.feature().name()).equals(one.subject()))
                  .allSatisfy(
                      fact ->
                          assertThat(fact.logOdds())
                              .isLessThanOrEqualTo(one.strongest().logOdds()));
            });
    double least = reasons.isEmpty() ? 0 : reasons.get(reasons.size() - 1).logOdds();
    assertThat(sums)
        .allSatisfy(
            (subject, sum) ->
                assertThat(
                        sum <= least + 1e-12
                            || reasons.stream().anyMatch(one -> one.subject().equals(subject)))
                    .as(subject.name())
                    .isTrue());
  }

  @Test
  void shouldTakeTheStrongestFactOfASubjectAndTheWeightOfAll() {
    Interpretation why =
        explained(
            List.of("EXT_SOURCE_1", "EXT_SOURCE_2", "EXT_SOURCES_MEAN", "AMT_CREDIT"),
            List.of(0.2, 0.4, -0.1, 0.45));

    List<Argument> reasons = why.raising(MOST);

    assertThat(reasons)
        .extracting(one -> one.subject().name() + " " + one.strongest().feature().name())
        .containsExactly("external-scores EXT_SOURCE_2", "loan AMT_CREDIT");
    assertThat(reasons.get(0).logOdds()).isCloseTo(0.5, offset(1e-12));
    assertThat(reasons.get(0).facts()).isEqualTo(3);
  }

  @Test
  void shouldNotNameASubjectThatLoweredTheRiskInAll() {
    Interpretation why = explained(List.of("EXT_SOURCE_1", "EXT_SOURCE_2"), List.of(0.2, -0.3));

    assertThat(why.raising(MOST)).isEmpty();
    assertThat(why.lowering(MOST))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.logOdds()).isCloseTo(-0.1, offset(1e-12));
              assertThat(one.strongest().feature().name()).isEqualTo("EXT_SOURCE_2");
            });
  }

  private static Interpretation drawn(Random random) {
    List<Double> contributions = new ArrayList<>();
    for (int i = 0; i < CATALOG.size(); i++) {
      contributions.add(random.nextInt(3) == 0 ? random.nextGaussian() : 0.0);
    }
    return Interpretation.of(decision(contributions), CATALOG).orElseThrow();
  }

  private static Interpretation explained(List<String> features, List<Double> contributions) {
    return Interpretation.of(
            decision(contributions),
            new FeatureDictionary(
                features.stream()
                    .map(
                        name ->
                            new FeatureEntry(
                                name, FeatureKind.NUMERIC, "t", name, name, true, List.of()))
                    .toList()))
        .orElseThrow();
  }

  private static LoanDecision decision(List<Double> contributions) {
    LoanDecision decision = new LoanDecision();
    decision.setBaseValue(-2.0);
    decision.setRawScore(-1.0);
    decision.setFeatures(Collections.nCopies(contributions.size(), 1.0));
    decision.setContributions(contributions);
    return decision;
  }
}
