package io.creditstream.advisor.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ScoreSentenceTest {

  private final ScoreSentence english = new ScoreSentence(Wording.of(Language.EN, ZoneOffset.UTC));
  private final ScoreSentence french = new ScoreSentence(Wording.of(Language.FR, ZoneOffset.UTC));

  @Test
  void shouldTellRiskLimitAndDistance() {
    assertThat(english.of(0.31, 0.40)).isEqualTo("31% risk; the limit is 40%; 9 points below");
    assertThat(english.of(0.52, 0.40)).isEqualTo("52% risk; the limit is 40%; 12 points above");
  }

  @Test
  void shouldWriteNumbersAsTheReaderDoes() {
    assertThat(french.of(0.426, 0.0938).replace('\u00a0', ' ').replace('\u202f', ' '))
        .isEqualTo("42,6 % de risque ; la limite est de 9,4 % ; 33,2 points au-dessus");
  }

  @Test
  void shouldSubtractTheFiguresThatItShows() {
    assertThat(english.of(0.42626, 0.09376))
        .isEqualTo("42.6% risk; the limit is 9.4%; 33.2 points above");
  }

  @Test
  void shouldSpeakOfOnePointAsOne() {
    assertThat(english.of(0.41, 0.40)).endsWith("; 1 point above");
    assertThat(english.of(0.084, 0.069)).endsWith("1.5 points above");
    assertThat(french.of(0.084, 0.069)).endsWith("1,5 point au-dessus");
  }

  @Test
  void shouldNotSayZeroPointsBelow() {
    assertThat(english.of(0.09379, 0.0938))
        .isEqualTo("9.4% risk; the limit is 9.4%; just below it");
    assertThat(english.of(0.0938, 0.0938)).isEqualTo("9.4% risk; the limit is 9.4%; right at it");
  }
}
