package io.creditstream.advisor.wording;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The languages of the pages. */
public enum Language {
  EN(Locale.UK),
  FR(Locale.FRANCE);

  /** French parts these signs from their word by a space, at which no line may break. */
  private static final Pattern BEFORE_SIGN = Pattern.compile(" (?=[;:!?»%])|(?<=«) ");

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** How numbers and dates are written. */
  public Locale locale() {
    return locale;
  }

  /** Code of the language: {@code en} or {@code fr}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A text as it is printed: French signs stay on the line of their word. */
  String typeset(String text) {
    return this == FR ? BEFORE_SIGN.matcher(text).replaceAll("\u00a0") : text;
  }

  /** Whether a number of this size takes the singular. */
  boolean isSingular(double size) {
    return this == FR ? size < 2 : size == 1;
  }

  /** The language of a code, the first of the wishes of a browser included; else English. */
  public static Language of(@Nullable String wish) {
    return wish != null && wish.toLowerCase(Locale.ROOT).startsWith("fr") ? FR : EN;
  }
}
