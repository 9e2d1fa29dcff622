package io.creditstream.advisor.web;

import io.creditstream.advisor.security.Identity;
import io.creditstream.advisor.security.LoginException;
import io.creditstream.advisor.security.Logins;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /login}, {@code /login/callback}, {@code /logout} and {@code /logged-out}. */
final class LoginPages {

  private static final Logger LOG = LoggerFactory.getLogger(LoginPages.class);
  private static final String TO = "to";
  private static final int LONGEST_PATH = 2_000;

  private final Identity identity;
  private final SessionCookie cookie;
  private final Pages pages;

  LoginPages(Identity identity, SessionCookie cookie, Pages pages) {
    this.identity = identity;
    this.cookie = cookie;
    this.pages = pages;
  }

  /** Where to log in, to come back to the page that a request is about. */
  static String href(Context context) {
    String query = context.method() == HandlerType.GET ? context.queryString() : null;
    return new Links("/login")
        .with(TO, context.path() + (query == null ? "" : "?" + query))
        .toString();
  }

  void begin(Context context) {
    try {
      Logins.Beginning beginning = identity.logins().begin(local(context.queryParam(TO)));
      cookie.writeLogin(context, beginning.secret());
      context.redirect(beginning.address().toString(), HttpStatus.SEE_OTHER);
    } catch (LoginException e) {
      fail(context, e);
    }
  }

  void end(Context context) {
    Map<String, String> answer = new HashMap<>();
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (values.size() == 1) {
                answer.put(name, values.get(0));
              }
            });
    String secret = cookie.readLogin(context);
    cookie.removeLogin(context);
    try {
      Logins.Arrival arrival = identity.logins().end(secret, answer);
      identity.sessions().end(cookie.read(context));
      cookie.write(context, identity.sessions().begin(arrival.person()));
      context.redirect(arrival.to(), HttpStatus.SEE_OTHER);
    } catch (LoginException e) {
      fail(context, e);
    }
  }

  private void fail(Context context, LoginException e) {
    LOG.atWarn().setMessage("login failed").addKeyValue("reason", e.getMessage()).log();
    pages.error(context, e.isUnavailable() ? 503 : 400, e.isUnavailable() ? "provider" : "login");
  }

  void logout(Context context) {
    identity.sessions().end(cookie.read(context));
    cookie.remove(context);
    context.redirect("/logged-out", HttpStatus.SEE_OTHER);
  }

  void loggedOut(Context context) {
    pages.answer(
        context,
        "logged-out",
        "",
        Map.of("provider", identity.logins().providerLogout().map(URI::toString).orElse("")));
  }

  /** A path of this site; the beginning for whatever else a foreign link may ask for. */
  static String local(@Nullable String to) {
    if (to == null || to.length() > LONGEST_PATH || !to.startsWith("/") || to.startsWith("//")) {
      return "/";
    }
    return to.indexOf('\\') < 0 && to.chars().noneMatch(Character::isISOControl) ? to : "/";
  }
}
