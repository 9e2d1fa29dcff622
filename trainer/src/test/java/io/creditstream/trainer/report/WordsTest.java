package io.creditstream.trainer.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private final Words english = Words.of(Language.EN);
  private final Words french = Words.of(Language.FR);

  @Test
  void shouldSayEverythingInBothLanguagesWithTheSameValues() throws IOException {
    Properties texts = texts("en");
    Properties translated = texts("fr");
    Set<String> keys = new TreeSet<>(translated.stringPropertyNames());
    // What runs record is in English as it is.
    keys.removeIf(key -> key.startsWith("term."));

    assertThat(keys).containsExactlyElementsOf(new TreeSet<>(texts.stringPropertyNames()));
    for (String key : keys) {
      assertThat(places(translated.getProperty(key)))
          .as(key)
          .isEqualTo(places(texts.getProperty(key)));
    }
  }

  @Test
  void shouldWriteFiguresAsTheReaderDoes() {
    assertThat(english.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(english.number(0.12345)).isEqualTo("0.1235");
    assertThat(english.percent(0.081)).isEqualTo("8.1 %");
    assertThat(french.count(1_234_567)).isEqualTo("1\u202f234\u202f567");
    assertThat(french.number(0.12345)).isEqualTo("0,1235");
    assertThat(french.percent(0.081)).isEqualTo("8,1\u00a0%");
    assertThat(french.number(Double.NaN)).isEqualTo("–");
  }

  @Test
  void shouldCountInTheSingularWhereTheLanguageDoes() {
    assertThat(english.count(0, "tree")).isEqualTo("0 trees");
    assertThat(english.count(1, "tree")).isEqualTo("1 tree");
    assertThat(french.count(0, "tree")).isEqualTo("0 arbre");
    assertThat(french.count(2, "tree")).isEqualTo("2 arbres");
  }

  @Test
  void shouldTranslateWhatRunsRecordAndLeaveTheRestAsItIs() {
    assertThat(french.term("boosting, best thresholds (chosen)"))
        .isEqualTo("boosting, meilleurs seuils (retenu)");
    assertThat(french.term("30 to 39")).isEqualTo("de 30 à 39");
    assertThat(french.term("bureau.csv")).isEqualTo("bureau.csv");
    assertThat(english.term("30 to 39")).isEqualTo("30 to 39");
    assertThat(french.value("0.21")).isEqualTo("0,21");
    assertThat(french.value("{0}")).isEqualTo("{0}");
  }

  @Test
  void shouldTakeNoValueForAPlace() {
    assertThat(english.say("list.more", "{1}", 3)).isEqualTo("{1} and 3 more");
    assertThatThrownBy(() -> english.say("nothing")).hasMessage("no text nothing in EN");
  }

  @Test
  void shouldNameTheFirstOfMany() {
    List<String> nine = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9");

    assertThat(french.list(nine)).isEqualTo("1, 2, 3, 4, 5, 6, 7, 8 et 1 de plus");
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Properties texts(String language) throws IOException {
    Properties texts = new Properties();
    String name = "words_" + language + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Words.class.getResourceAsStream(name)), UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
