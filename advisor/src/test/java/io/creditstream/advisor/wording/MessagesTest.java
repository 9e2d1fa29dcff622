package io.creditstream.advisor.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.explain.Subject;
import io.creditstream.features.rules.Operator;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @Test
  void shouldSayEverythingInBothLanguages() throws IOException {
    Properties english = texts("en");
    Properties french = texts("fr");

    Set<String> words = new TreeSet<>(french.stringPropertyNames());
    // Levels and fields are in English as they are.
    words.removeIf(
        key ->
            (key.startsWith("level.") || key.startsWith("meaning.field."))
                && !english.containsKey(key));

    assertThat(words).containsExactlyElementsOf(new TreeSet<>(english.stringPropertyNames()));
    for (String key : words) {
      assertThat(places(french.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
      assertThat(french.getProperty(key)).as(key).isNotBlank();
    }
  }

  @Test
  void shouldPutValuesInAndLeaveApostrophesAlone() {
    Messages messages = new Messages(Language.FR);

    assertThat(messages.text("compare.between", "1", "2"))
        .isEqualTo("La moitié des clients acceptés se situent entre 1 et 2.");
    assertThat(messages.text("error.nothing.text")).contains("L'adresse");
  }

  @Test
  void shouldNotBreakALineBeforeAFrenchSign() {
    Messages french = new Messages(Language.FR);

    assertThat(french.text("why.fact", "Revenu", "1 000")).isEqualTo("Revenu\u00a0: 1 000");
    assertThat(french.text("rule", "x")).startsWith("La règle «\u00a0x\u00a0» de");
    assertThat(french.textOr("drift.title", "")).endsWith("appris\u00a0?");
  }

  @Test
  void shouldHaveWordsForEverySubject() {
    for (Language language : Language.values()) {
      Messages messages = new Messages(language);
      assertThat(Subject.all())
          .allSatisfy(one -> assertThat(messages.has("subject." + one.name())).isTrue());
    }
  }

  @Test
  void shouldHaveWordsForEveryOperatorOfARule() {
    Messages messages = new Messages(Language.FR);

    assertThat(Operator.values())
        .allSatisfy(one -> assertThat(messages.has("condition." + one.name())).isTrue());
  }

  @Test
  void shouldTakeNoValueForAPlace() {
    assertThat(new Messages(Language.EN).text("why.fact", "{1}", "2")).isEqualTo("{1}: 2");
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Properties texts(String language) throws IOException {
    Properties texts = new Properties();
    String name = "/io/creditstream/advisor/messages_" + language + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
