package io.creditstream.advisor.web;

import io.creditstream.advisor.wording.Language;
import io.creditstream.advisor.wording.Wording;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;

/** Answers with pages in the reader's language. */
final class Pages {

  private final Templates templates;
  private final Map<Language, Wording> wordings;
  private final Guard guard;
  private final String assetVersion;

  Pages(Templates templates, Map<Language, Wording> wordings, Guard guard, String assetVersion) {
    this.templates = templates;
    this.wordings = Map.copyOf(wordings);
    this.guard = guard;
    this.assetVersion = assetVersion;
  }

  /** The wording of the reader. */
  Wording wording(Context context) {
    return wording(Languages.of(context));
  }

  /** The wording of the page on which a form was filled in. */
  Wording typed(Context context) {
    return wording(Languages.typed(context));
  }

  Wording wording(Language language) {
    Wording wording = wordings.get(language);
    if (wording == null) {
      throw new IllegalStateException("no wording of " + language);
    }
    return wording;
  }

  /**
   * Answers with a page.
   *
   * @param template name of the template
   * @param section the part of the site that the page belongs to
   * @param model values of the template
   */
  void answer(Context context, String template, String section, Map<String, ?> model) {
    Wording wording = wording(context);
    Language other = wording.language() == Language.EN ? Language.FR : Language.EN;
    Map<String, Object> values = new HashMap<>(model);
    values.put(
        "page",
        new PageFrame(
            wording.language().code(),
            other.code(),
            Languages.otherHref(context, other),
            section,
            assetVersion,
            guard.isOpen(),
            guard.user(context),
            guard.csrf(context)));
    Languages.keep(context);
    context
        .contentType("text/html; charset=utf-8")
        .result(templates.fill(template, wording.messages(), values));
  }

  /** Answers with an error as a page. */
  void error(Context context, int status, String key) {
    Wording wording = wording(context);
    boolean login = status == 401 || key.equals("login") || key.equals("provider");
    context.status(status);
    answer(
        context,
        "error",
        "",
        Map.of(
            "error",
            new ErrorView(
                wording.messages().text("error." + key + ".title"),
                wording.messages().text("error." + key + ".text"),
                login ? loginHref(context, key) : "/",
                login ? "login.again" : "error.back")));
  }

  /** Back to where a session ended; a login that failed begins anew. */
  private static String loginHref(Context context, String key) {
    return key.equals("session") ? LoginPages.href(context) : "/login";
  }

  /**
   * An error as it is told.
   *
   * @param title what happened
   * @param text what to do
   * @param href where to go
   * @param action key of the message that names it
   */
  record ErrorView(String title, String text, String href, String action) {}
}
