package io.creditstream.advisor.web;

import io.creditstream.advisor.wording.Language;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;

/** The reader's language: chosen on a page and kept in a cookie, else that of the browser. */
final class Languages {

  private static final String NAME = "lang";
  private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

  private Languages() {}

  static Language of(Context context) {
    String chosen = context.queryParam(NAME);
    if (chosen != null) {
      return Language.of(chosen);
    }
    String kept = context.cookie(NAME);
    return Language.of(kept != null ? kept : context.header("Accept-Language"));
  }

  /** Keeps a choice that was made on this request. */
  static void keep(Context context) {
    String chosen = context.queryParam(NAME);
    if (chosen != null) {
      Cookie cookie = new Cookie(NAME, Language.of(chosen).code());
      cookie.setPath("/");
      cookie.setMaxAge(YEAR);
      cookie.setHttpOnly(true);
      cookie.setSameSite(SameSite.LAX);
      context.cookie(cookie);
    }
  }

  /** The address of the same page in the other language. */
  static String otherHref(Context context, Language other) {
    Links links = new Links(context.path());
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals(NAME)) {
                values.forEach(value -> links.with(name, value));
              }
            });
    return links.with(NAME, other.code()).toString();
  }
}
