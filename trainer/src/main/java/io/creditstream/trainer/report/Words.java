package io.creditstream.trainer.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.trainer.result.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences and figures in one language, the same on every machine. */
final class Words {

  /** Does not break a line, and French parts its signs and the percent sign by it. */
  static final char NO_BREAK = '\u00a0';

  private static final char THOUSANDS = '\u202f';
  private static final int NAMED = 8;
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern BEFORE_SIGN = Pattern.compile(" (?=[;:!?»%])|(?<=«) ");

  private final Language language;
  private final Properties texts = new Properties();

  private Words(Language language) {
    this.language = language;
    String name = "words_" + language.code() + ".properties";
    try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
      texts.load(new InputStreamReader(stream, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Words of(Language language) {
    return new Words(language);
  }

  Language language() {
    return language;
  }

  /**
   * A sentence or a part of one, with its values put in as they are.
   *
   * @throws IllegalArgumentException if there is no such text, or a value is missing
   */
  String say(String key, Object... values) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language);
    }
    return put(text, List.of(values));
  }

  /** In one pass, so that no value is taken for a place itself. */
  private String put(String text, List<?> values) {
    return PLACE
        .matcher(typeset(text))
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    String.valueOf(values.get(Integer.parseInt(place.group(1))))));
  }

  /** A text as it is printed: French signs stay on the line of their word. */
  String typeset(String text) {
    return language == Language.FR
        ? BEFORE_SIGN.matcher(text).replaceAll(String.valueOf(NO_BREAK))
        : text;
  }

  /** What a run recorded in English words of its own; what is not known stays as it is. */
  String term(String english) {
    List<String> numbers = DIGITS.matcher(english).results().map(MatchResult::group).toList();
    String plain = DIGITS.matcher(english).replaceAll("n").toLowerCase(Locale.ROOT);
    String key = "term." + plain.replaceAll("[^a-z]+", "-").replaceAll("-$", "");
    String text = texts.getProperty(key);
    return text == null ? english : put(text, numbers);
  }

  /** What a feature means, in plain words. */
  String meaning(FeatureEntry feature) {
    return language == Language.FR ? feature.fr() : feature.en();
  }

  /** The value of a feature as a run recorded it: a number, a level or a word for none. */
  String value(String recorded) {
    return NUMBER.matcher(recorded).matches() ? localized(recorded) : term(recorded);
  }

  String count(long count) {
    return localized(String.format(Locale.ROOT, "%,d", count));
  }

  /**
   * A count with its noun.
   *
   * @param noun its key; that of the singular ends in {@code .one}
   */
  String count(long count, String noun) {
    String key = "noun." + noun + (language.isSingular(count) ? ".one" : "");
    return count(count) + " " + say(key);
  }

  /** A text about a number of things; the key of that about one ends in {@code .one}. */
  String counted(long count, String key, Object... values) {
    return say(count == 1 ? key + ".one" : key, values);
  }

  String percent(double share) {
    return Double.isFinite(share)
        ? typeset(localized(String.format(Locale.ROOT, "%.1f %%", 100 * share)))
        : "–";
  }

  String number(double value) {
    return number(value, 4);
  }

  String number(double value, int digits) {
    return Double.isFinite(value)
        ? localized(String.format(Locale.ROOT, "%." + digits + "f", value))
        : "–";
  }

  String interval(Interval interval) {
    return say(
        "interval", number(interval.value()), number(interval.low()), number(interval.high()));
  }

  private String localized(String number) {
    return language == Language.FR ? number.replace(',', THOUSANDS).replace('.', ',') : number;
  }

  /** With a capital letter at its beginning. */
  static String sentence(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** Names in a row, the first of many only. */
  String list(List<String> names) {
    if (names.size() <= NAMED) {
      return String.join(", ", names);
    }
    return say("list.more", String.join(", ", names.subList(0, NAMED)), names.size() - NAMED);
  }
}
