package io.creditstream.advisor.wording;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** The texts of the pages in one language. Places for values are written {@code {0}}. */
public final class Messages {

  private static final String BUNDLE = "io.creditstream.advisor.messages";

  /** French parts these signs from their word by a space, at which no line may break. */
  private static final Pattern BEFORE_SIGN = Pattern.compile(" (?=[;:!?»])|(?<=«) ");

  private final Map<String, String> texts = new HashMap<>();

  public Messages(Language language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            Locale.forLanguageTag(language.code()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    for (String key : bundle.keySet()) {
      String text = bundle.getString(key);
      texts.put(
          key, language == Language.FR ? BEFORE_SIGN.matcher(text).replaceAll("\u00a0") : text);
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
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
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
