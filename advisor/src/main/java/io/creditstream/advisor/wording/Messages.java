package io.creditstream.advisor.wording;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of the pages in one language. Places for values are written {@code {0}}. */
public final class Messages {

  private static final String BUNDLE = "io.creditstream.advisor.messages";

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final Map<String, String> texts = new HashMap<>();

  public Messages(Language language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            Locale.forLanguageTag(language.code()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    for (String key : bundle.keySet()) {
      String text = bundle.getString(key);
      texts.put(key, language.typeset(text));
    }
  }

  /**
   * A text with its values put in, as they are.
   *
   * @throws MissingResourceException if there is no such text
   */
  public String text(String key, Object... values) {
    String text = texts.get(key);
    if (text == null) {
      throw new MissingResourceException("there is no text " + key, BUNDLE, key);
    }
    // In one pass, so that no value is taken for a place itself.
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(value(values, Integer.parseInt(place.group(1)))));
  }

  /** A place for which there is no value stays as it is. */
  private static String value(Object[] values, int place) {
    return place < values.length ? String.valueOf(values[place]) : "{" + place + "}";
  }

  /** Whether there is a text. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** A text, or something else where there is none. */
  public String textOr(String key, String otherwise) {
    return texts.getOrDefault(key, otherwise);
  }
}
