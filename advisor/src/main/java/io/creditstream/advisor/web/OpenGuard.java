package io.creditstream.advisor.web;

import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.security.Person;
import io.creditstream.advisor.security.Role;
import io.creditstream.advisor.security.Sight;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets everybody in, which is only for a loopback address or a network that nobody else reaches: a
 * name of a host can be claimed by whoever reaches the port. Requests that name another host are
 * refused, so that a foreign site cannot reach this one under a name of its own, and forms must
 * come from a page of this site.
 */
final class OpenGuard implements Guard {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  /** Before the name of a reviewer whom nobody has authenticated, wherever it is told. */
  private static final String DEMO = "demo:";

  private final FormTokens tokens = FormTokens.ofLoopback();
  private final List<Person> reviewers;

  OpenGuard(AccessSettings.Open settings) {
    this.reviewers =
        settings.demoReviewers().stream()
            .map(name -> new Person(DEMO + name, DEMO + name, Set.of(Role.OFFICER)))
            .toList();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public String user(Context context) {
    return "";
  }

  @Override
  public List<Person> people(Context context) {
    return reviewers;
  }

  @Override
  public Sight sight(Context context) {
    return new Sight.Everybody();
  }

  @Override
  public Supplier<Sight> watch(Context context) {
    return Sight.Everybody::new;
  }

  @Override
  public String csrf(Context context) {
    return tokens.of(context);
  }

  @Override
  public void check(Context context) {
    if (Guard.isHealthOrMetrics(context.path())) {
      return;
    }
    if (!isLoopback(context.host())) {
      throw new PageError(403, "forbidden");
    }
    tokens.check(context);
  }

  private static boolean isLoopback(String authority) {
    try {
      String host = URI.create("http://" + authority).getHost();
      return host != null && LOOPBACK.contains(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public void checkRoute(Context context) {
    // Whoever reaches the port may use everything.
  }
}
