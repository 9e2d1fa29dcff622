package io.creditstream.advisor.web;

import io.javalin.http.Context;

/** The headers under which a browser shows every answer. */
final class Headers {

  private static final String POLICY =
      "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  /**
   * Tells no other site where a reader came from. With {@code no-referrer} browsers would send
   * forms of this very site under the origin {@code null}.
   */
  private static final String REFERRER = "same-origin";

  private Headers() {}

  static void add(Context context) {
    context
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", REFERRER)
        .header("X-Frame-Options", "DENY")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  }
}
