package io.creditstream.advisor.web;

import io.creditstream.advisor.security.LoginSettings;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/**
 * Cookies of sessions and of logins under way: no script reads them, no foreign site sends them
 * along with a form, and with TLS they never travel without it. They come along when a link leads
 * here, since the provider sends browsers back by one.
 */
final class SessionCookie {

  private static final String SESSION = "advisor-session";
  private static final String LOGIN = "advisor-login";

  private final boolean secure;

  SessionCookie(LoginSettings settings) {
    this.secure = settings.isSecure();
  }

  /** The secret of a session, of one that has ended too; empty where there is none. */
  String read(Context context) {
    return value(context, SESSION);
  }

  void write(Context context, String secret) {
    set(context, SESSION, secret, -1);
  }

  void remove(Context context) {
    set(context, SESSION, "", 0);
  }

  /** The secret of a login under way; empty where there is none. */
  String readLogin(Context context) {
    return value(context, LOGIN);
  }

  void writeLogin(Context context, String secret) {
    set(context, LOGIN, secret, -1);
  }

  void removeLogin(Context context) {
    set(context, LOGIN, "", 0);
  }

  private String value(Context context, String name) {
    String value = context.cookie(full(name));
    return value == null ? "" : value;
  }

  private void set(Context context, String name, String value, int maxAge) {
    Cookie cookie = new Cookie(full(name), value);
    cookie.setPath("/");
    cookie.setMaxAge(maxAge);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setSameSite(SameSite.LAX);
    context.cookie(cookie);
  }

  /** Browsers take a cookie of this name from the host itself alone, and by TLS (RFC 6265bis). */
  private String full(String name) {
    return secure ? "__Host-" + name : name;
  }
}
