package io.creditstream.advisor.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;

/**
 * Lets everybody in, which is only for a loopback address. Requests that name another host are
 * refused, so that a foreign site cannot reach this one under a name of its own, and forms must
 * come from a page of this site.
 */
final class OpenGuard implements Guard {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  private final FormTokens tokens = new FormTokens();

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public String user(Context context) {
    return "";
  }

  @Override
  public String csrf(Context context) {
    return tokens.of(context);
  }

  @Override
  public void check(Context context) {
    String host = URI.create("http://" + context.host()).getHost();
    if (host == null || !LOOPBACK.contains(host)) {
      throw new PageError(403, "forbidden");
    }
    tokens.check(context);
  }
}
