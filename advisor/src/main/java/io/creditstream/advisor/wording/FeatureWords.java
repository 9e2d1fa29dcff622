package io.creditstream.advisor.wording;

import io.creditstream.features.dictionary.FeatureEntry;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and values of features in plain words. */
public final class FeatureWords {

  /** Days before the application are told as years. */
  private static final Pattern DAYS = Pattern.compile(" \\((days, negative|jours, négatif)\\)");

  private static final Pattern FLAG = Pattern.compile("(FLAG|REG|LIVE)_.*");

  private final Language language;
  private final Messages messages;
  private final Formats formats;

  public FeatureWords(Language language, Messages messages, Formats formats) {
    this.language = language;
    this.messages = messages;
    this.formats = formats;
  }

  /** The name of a feature, with a capital. */
  public String name(FeatureEntry feature) {
    String words = language.typeset(DAYS.matcher(raw(feature)).replaceAll(""));
    return words.isEmpty()
        ? feature.name()
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** The value of a feature. */
  public String value(FeatureEntry feature, double value) {
    if (Double.isNaN(value)) {
      return messages.text("value.missing");
    }
    if (feature.isCategory()) {
      return level(String.valueOf(feature.describe(value)));
    }
    if (isYears(feature)) {
      return messages.text("value.years", formats.number(formats.years(value), 1));
    }
    if (isFlag(feature) && (value == 0 || value == 1)) {
      return messages.text(value == 1 ? "value.yes" : "value.no");
    }
    return formats.number(value);
  }

  /** The level of a category, translated where the bundle of the language knows it. */
  public String level(String level) {
    return messages.textOr("level." + key(level), level);
  }

  /** Whether a number only says yes or no. */
  public boolean isFlag(FeatureEntry feature) {
    return FLAG.matcher(feature.name()).matches();
  }

  /** Whether the values are days before the application, shown as years. */
  public boolean isYears(FeatureEntry feature) {
    return DAYS.matcher(raw(feature)).find();
  }

  private String raw(FeatureEntry feature) {
    return language == Language.FR ? feature.fr() : feature.en();
  }

  private static String key(String level) {
    return level.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
