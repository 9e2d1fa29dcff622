package io.creditstream.advisor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.wording.Language;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormNumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12500|12500",
        "12,500|12500",
        "12 500|12500",
        "12500,50|12500.5",
        "12 500,5|12500.5",
        "1,234,567.25|1234567.25",
        "-3|-3",
        "0.5|0.5",
        "0,5|0.5",
        "0,125|0.125"
      })
  void shouldReadNumbersAsPeopleTypeThem(String typed, double meant) {
    assertThat(FormNumbers.read(typed, Language.EN)).contains(OptionalDouble.of(meant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"12 500|12500", "12500,50|12500.5", "3,125|3.125", "0,125|0.125", "0.5|0.5"})
  void shouldReadACommaAsTheFrenchDo(String typed, double meant) {
    assertThat(FormNumbers.read(typed, Language.FR)).contains(OptionalDouble.of(meant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.", "1-2", "abc", "1e5", "--1", "NaN", "1.2.3", "<script>"})
  void shouldRefuseWhatIsHalfTyped(String typed) {
    assertThat(FormNumbers.read(typed, Language.EN)).contains(OptionalDouble.empty());
    assertThat(FormNumbers.read(typed, Language.FR)).contains(OptionalDouble.empty());
  }

  @Test
  void shouldTakeABlankForNothing() {
    assertThat(FormNumbers.read("  ", Language.EN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"12,500.5|12500,5", "0.125|0,125", "12.|12.", "2026-01-05|2026-01-05", "-3|-3"})
  void shouldWriteANumberForReadersOfTheOtherLanguage(String english, String french) {
    assertThat(FormNumbers.translated(english, Language.EN, Language.FR)).isEqualTo(french);
    assertThat(FormNumbers.translated(english, Language.EN, Language.EN)).isEqualTo(english);
  }
}
