package io.creditstream.advisor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * Tokens against forms of foreign sites: a cookie that only this site gets back, and the same value
 * in each form. A request that names a foreign origin is refused as well.
 */
final class FormTokens {

  private static final String NAME = "csrf";
  private static final int BYTES = 24;

  private final SecureRandom random = new SecureRandom();
  private final Function<Context, String> origin;

  private FormTokens(Function<Context, String> origin) {
    this.origin = origin;
  }

  /** For pages under whatever name of this machine they were asked by. */
  static FormTokens ofLoopback() {
    return new FormTokens(context -> context.scheme() + "://" + context.host());
  }

  /** For pages that browsers find at one origin alone. */
  static FormTokens of(String origin) {
    return new FormTokens(context -> origin);
  }

  /** The token of a reader, given with the answer where there is none yet. */
  String of(Context context) {
    String given = context.attribute(NAME);
    if (given != null) {
      return given;
    }
    String kept = context.cookie(NAME);
    if (kept != null && kept.length() == 2 * BYTES) {
      return kept;
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    context.attribute(NAME, token);
    Cookie cookie = new Cookie(NAME, token);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(origin.apply(context).startsWith("https:"));
    cookie.setSameSite(SameSite.STRICT);
    context.cookie(cookie);
    return token;
  }

  /** Refuses a form that does not come from a page of this site. */
  void check(Context context) {
    if (context.method() != HandlerType.POST) {
      return;
    }
    String from = context.header("Origin");
    boolean foreign = from != null && !from.equals(origin.apply(context));
    String kept = context.cookie(NAME);
    String sent = context.formParam(NAME);
    if (foreign
        || kept == null
        || sent == null
        || !MessageDigest.isEqual(kept.getBytes(UTF_8), sent.getBytes(UTF_8))) {
      throw new PageError(403, "forbidden");
    }
  }
}
