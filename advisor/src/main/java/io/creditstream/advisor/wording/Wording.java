package io.creditstream.advisor.wording;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

/**
 * Everything that depends on the reader's language.
 *
 * @param language the language
 * @param messages texts
 * @param formats numbers and dates
 * @param features names and values of features
 */
public record Wording(
    Language language, Messages messages, Formats formats, FeatureWords features) {

  /**
   * A text about a number of things.
   *
   * @param key the text for several; that for one ends in {@code .one}
   * @param size how many
   * @param values put into the text
   */
  public String counted(String key, double size, Object... values) {
    return messages.text(language.isSingular(Math.abs(size)) ? key + ".one" : key, values);
  }

  /** The wording of a language, with times of a zone. */
  public static Wording of(Language language, ZoneId zone) {
    Messages messages = new Messages(language);
    Formats formats = new Formats(language, zone);
    return new Wording(language, messages, formats, new FeatureWords(language, messages, formats));
  }

  /** The wordings of all languages. */
  public static Map<Language, Wording> all(ZoneId zone) {
    Map<Language, Wording> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, of(language, zone));
    }
    return all;
  }
}
