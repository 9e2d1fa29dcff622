package io.creditstream.advisor.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonWordsTest {

  private static final FeatureEntry EMPLOYER =
      feature(FeatureKind.CATEGORY, "Bank", "School", "XNA");
  private static final FeatureEntry SCORE = feature(FeatureKind.NUMERIC);

  private final ReasonWords words = new ReasonWords(Wording.of(Language.EN, ZoneOffset.UTC));

  @Test
  void shouldCompareANumberWithTheMiddleHalfOfAcceptedClients() {
    assertThat(words.comparison(SCORE, 0.21, 0.5, 0.7, 0.6))
        .isEqualTo("Most accepted clients are above 0.5.");
    assertThat(words.comparison(SCORE, 0.8, 0.5, 0.7, 0.6))
        .isEqualTo("Most accepted clients are below 0.7.");
    assertThat(words.comparison(SCORE, 0.6, 0.5, 0.7, 0.6))
        .isEqualTo("Half of the accepted clients are between 0.5 and 0.7.");
  }

  @Test
  void shouldNameTheOneValueThatMostAcceptedClientsHave() {
    assertThat(words.comparison(SCORE, 2, 0, 0, 0)).isEqualTo("Most accepted clients have 0.");
    assertThat(words.comparison(SCORE, 0, 0, 0, 0)).isEqualTo("Most accepted clients have 0 too.");
  }

  @Test
  void shouldNotWriteNothingButZerosForASlightWeight() {
    assertThat(words.weight(-0.002)).isEqualTo("−0.002 (slight)");
    assertThat(words.weight(0.005)).isEqualTo("+0.01 (slight)");
  }

  @Test
  void shouldNameTheMostFrequentKindAndNotClaimThatMostHaveIt() {
    assertThat(words.comparison(EMPLOYER, 0, 0, 0, 1))
        .isEqualTo("The most frequent among accepted clients: School.");
    assertThat(words.comparison(EMPLOYER, 1, 0, 0, 1))
        .isEqualTo("That is the most frequent among accepted clients too.");
  }

  @Test
  void shouldNotCompareWithAKindThatNobodySaid() {
    assertThat(words.comparison(EMPLOYER, 0, 0, 0, 2)).isEmpty();
  }

  private static FeatureEntry feature(FeatureKind kind, String... levels) {
    return new FeatureEntry("F", kind, "t", "f", "f", true, List.of(levels));
  }
}
