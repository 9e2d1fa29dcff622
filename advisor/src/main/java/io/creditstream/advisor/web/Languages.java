package io.creditstream.advisor.web;

import io.creditstream.advisor.wording.Language;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The reader's language: chosen on a page and kept in a cookie, else that of the browser. */
final class Languages {

  private static final String NAME = "lang";
  private static final String TYPED = "typed";

  /** Parameters that hold numbers: the ends of ranges and the size of a group. */
  private static final Pattern NUMBERS = Pattern.compile("[a-z]+(From|To)|size");

  private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

  private Languages() {}

  /** Reads the language that was chosen with a form; to be called once a form was let in. */
  static void read(Context context) {
    if (context.method() == HandlerType.POST) {
      context.attribute(NAME, context.formParam(NAME));
      context.attribute(TYPED, context.formParam(TYPED));
    }
  }

  static Language of(Context context) {
    String chosen = chosen(context);
    if (chosen != null) {
      return Language.of(chosen);
    }
    String kept = context.cookie(NAME);
    return Language.of(kept != null ? kept : context.header("Accept-Language"));
  }

  /**
   * The language in which a form was filled in: numbers are written otherwise in another, which may
   * have been chosen since on another page.
   */
  static Language typed(Context context) {
    String typed = context.attribute(TYPED);
    return typed == null ? of(context) : Language.of(typed);
  }

  /** Whether a form was sent only to see its page in another language. */
  static boolean isSwitched(Context context) {
    return context.attribute(NAME) != null;
  }

  private static @Nullable String chosen(Context context) {
    String sent = context.attribute(NAME);
    return sent != null ? sent : context.queryParam(NAME);
  }

  /** Keeps a choice that was made on this request. */
  static void keep(Context context) {
    String chosen = chosen(context);
    if (chosen != null) {
      Cookie cookie = new Cookie(NAME, Language.of(chosen).code());
      cookie.setPath("/");
      cookie.setMaxAge(YEAR);
      cookie.setHttpOnly(true);
      cookie.setSameSite(SameSite.LAX);
      context.cookie(cookie);
    }
  }

  /** The address of the same page in the other language, with numbers as that one writes them. */
  static String otherHref(Context context, Language other) {
    Language present = of(context);
    Links links = new Links(context.path());
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals(NAME)) {
                values.forEach(
                    value ->
                        links.with(
                            name,
                            NUMBERS.matcher(name).matches()
                                ? FormNumbers.translated(value, present, other)
                                : value));
              }
            });
    return links.with(NAME, other.code()).toString();
  }
}
