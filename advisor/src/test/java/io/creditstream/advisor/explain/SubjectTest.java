package io.creditstream.advisor.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.catalog.FeatureDefinition;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {

  @Test
  void shouldKnowWhatEveryFeatureOfThisReleaseIsAbout() {
    assertThat(FeatureCatalog.standard().definitions())
        .extracting(FeatureDefinition::name)
        .filteredOn(name -> !Subject.of(name).known())
        .isEmpty();
  }

  @Test
  void shouldHaveNoSubjectThatNoFeatureIsAbout() {
    Set<Subject> used =
        FeatureCatalog.standard().definitions().stream()
            .map(feature -> Subject.of(feature.name()))
            .collect(Collectors.toSet());

    assertThat(used).containsExactlyInAnyOrderElementsOf(Subject.all());
  }

  @ParameterizedTest
  @CsvSource({
    "EXT_SOURCE_2, external-scores",
    "EXT_SOURCES_MEAN, external-scores",
    "BUREAU_LATE_MONTHS_3_SUM, arrears-elsewhere",
    "BUREAU_DEBT_SUM, credits-elsewhere",
    "POS_DAYS_LATE_MAX, payments",
    "POS_LATEST_3_LEFT_MEAN, earlier-loans",
    "CREDIT_TO_PREVIOUS_MAX, earlier-applications",
    "CREDIT_TO_INCOME, means"
  })
  void shouldTellSubjectsApart(String feature, String subject) {
    assertThat(Subject.of(feature)).isEqualTo(new Subject(subject, true));
  }

  @Test
  void shouldTakeAFeatureThatItDoesNotKnowForASubjectOfItsOwn() {
    assertThat(Subject.of("SHOE_SIZE")).isEqualTo(new Subject("SHOE_SIZE", false));
  }
}
