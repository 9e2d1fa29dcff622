package io.creditstream.advisor.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.dictionary.FeatureEntry;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureWordsTest {

  private final Wording english = Wording.of(Language.EN, ZoneOffset.UTC);
  private final Wording french = Wording.of(Language.FR, ZoneOffset.UTC);

  @Test
  void shouldTellHowLongAgoInsteadOfNegativeDays() {
    FeatureEntry latest = feature("BUREAU_AGE_MAX");

    assertThat(english.features().name(latest))
        .startsWith("Lowest days since the credit was asked for");
    assertThat(french.features().name(latest))
        .startsWith("Minimum\u00a0: jours depuis la demande du crédit");
    assertThat(english.features().value(latest, -38)).isEqualTo("38");
    assertThat(english.features().value(latest, 0)).isEqualTo("0");
    assertThat(english.features().name(feature("BUREAU_AGE_MIN"))).startsWith("Highest days since");
    assertThat(english.features().name(feature("INSTALMENT_PAID_ON_MEAN")))
        .startsWith("Average of days since the payment");
  }

  @Test
  void shouldCompareHowLongAgoInItsOwnOrder() {
    FeatureEntry paid = feature("INSTALMENT_PAID_ON_MEAN");
    ReasonWords words = new ReasonWords(english);

    assertThat(words.comparison(paid, -1_127, -1_462, -506, -800))
        .isEqualTo("Half of the accepted clients are between 506 and 1,462.");
    assertThat(words.comparison(paid, -2_000, -1_462, -506, -800))
        .isEqualTo("Most accepted clients are below 1,462.");
    assertThat(words.comparison(paid, -100, -1_462, -506, -800))
        .isEqualTo("Most accepted clients are above 506.");
  }

  @Test
  void shouldLeaveOtherNumbersAsTheyAre() {
    FeatureEntry late = feature("INSTALMENT_DAYS_LATE_MAX");

    assertThat(english.features().name(late)).startsWith("Highest days late");
    assertThat(english.features().value(late, 2)).isEqualTo("2");
    assertThat(english.features().value(feature("DAYS_EMPLOYED"), -730.5)).isEqualTo("2 years");
    assertThat(english.features().number(feature("DAYS_EMPLOYED"), -730.5)).isEqualTo(2);
  }

  private static FeatureEntry feature(String name) {
    return FeatureCatalog.standard().require(name).entry(List.of());
  }
}
