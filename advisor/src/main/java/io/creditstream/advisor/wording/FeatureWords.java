package io.creditstream.advisor.wording;

import io.creditstream.features.dictionary.FeatureEntry;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and values of features in plain words. */
public final class FeatureWords {

  /** Days before the application are told as years. */
  private static final Pattern DAYS = Pattern.compile(" \\((days, negative|jours, négatif)\\)");

  /** What lies before the application is negative in the vector and told as so long ago. */
  private static final Pattern AGO =
      Pattern.compile("(days|months) (since|from the (last due date|end of the contract))");

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
    String raw = DAYS.matcher(raw(feature)).replaceAll("");
    String words = language.typeset(isAgo(feature) ? turned(raw) : raw);
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
    return formats.number(number(feature, value));
  }

  /** The number that is told: years, or how long ago, for what the vector counts backwards. */
  public double number(FeatureEntry feature, double value) {
    return isYears(feature) ? formats.years(value) : isAgo(feature) ? 0.0 - value : value;
  }

  /** Whether a greater value of the vector is told as a smaller number. */
  public boolean isBackwards(FeatureEntry feature) {
    return isYears(feature) || isAgo(feature);
  }

  /** The level of a category, translated where the bundle of the language knows it. */
  public String level(String level) {
    return messages.textOr("level." + key(level), level);
  }

  /** Whether a number only says yes or no. */
  public boolean isFlag(FeatureEntry feature) {
    return FLAG.matcher(feature.name()).matches();
  }

  private static boolean isAgo(FeatureEntry feature) {
    return AGO.matcher(feature.en()).find();
  }

  /** The highest of negative numbers is the lowest of how long ago. */
  private String turned(String words) {
    for (String end : List.of("lowest", "highest")) {
      String from = messages.text("feature." + end);
      if (words.startsWith(from)) {
        String other = messages.text(end.equals("lowest") ? "feature.highest" : "feature.lowest");
        return other + words.substring(from.length());
      }
    }
    return words;
  }

  /** Whether the values are days before the application, shown as years. */
  private boolean isYears(FeatureEntry feature) {
    return DAYS.matcher(raw(feature)).find();
  }

  private String raw(FeatureEntry feature) {
    return language == Language.FR ? feature.fr() : feature.en();
  }

  private static String key(String level) {
    return level.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
