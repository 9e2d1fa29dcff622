package io.creditstream.advisor.web;

import io.creditstream.advisor.wording.Language;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Numbers as people type them: spaces between thousands, comma or point before decimals. In English
 * a comma before three digits parts thousands; in French it never does.
 */
final class FormNumbers {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f']");
  private static final Pattern THOUSANDS = Pattern.compile("-?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+([.]\\d+)?");
  private static final int LONGEST = 30;

  private FormNumbers() {}

  /**
   * The number that a text means.
   *
   * @return empty for a blank text; an empty number inside where the text is none
   */
  static Optional<OptionalDouble> read(String text, Language language) {
    String plain = SPACES.matcher(text).replaceAll("");
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    if (plain.length() > LONGEST) {
      return Optional.of(OptionalDouble.empty());
    }
    boolean thousands = language == Language.EN && THOUSANDS.matcher(plain).matches();
    plain = thousands ? plain.replace(",", "") : plain.replace(',', '.');
    return Optional.of(
        NUMBER.matcher(plain).matches()
            ? OptionalDouble.of(Double.parseDouble(plain))
            : OptionalDouble.empty());
  }

  /** A number that was typed in one language as another reads it; what is none stays as it is. */
  static String translated(String text, Language from, Language to) {
    if (from == to) {
      return text;
    }
    return read(text, from)
        .filter(OptionalDouble::isPresent)
        .map(number -> BigDecimal.valueOf(number.getAsDouble()).stripTrailingZeros())
        .map(BigDecimal::toPlainString)
        .map(plain -> to == Language.FR ? plain.replace('.', ',') : plain)
        .orElse(text);
  }
}
