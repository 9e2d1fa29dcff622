package io.creditstream.advisor.security;

import static io.creditstream.advisor.security.Role.OFFICER;
import static io.creditstream.advisor.security.Role.OPERATOR;
import static io.creditstream.advisor.security.Role.RISK;
import static io.creditstream.advisor.security.Role.SERVICE;

import io.creditstream.advisor.security.Access.Need.AnyOf;
import io.creditstream.advisor.security.Access.Need.Login;
import io.creditstream.advisor.security.Access.Need.Nothing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which role may do what: the one table of it. What is not in it is refused. */
public final class Access {

  /** All rules. */
  public static final List<Rule> TABLE =
      List.of(
          open("GET", "/live"),
          open("GET", "/ready"),
          open("GET", "/metrics"),
          open("GET", "/assets/{name}"),
          open("GET", "/login"),
          open("GET", "/login/callback"),
          open("GET", "/logged-out"),
          new Rule("POST", "/logout", new Login()),
          rule("GET", "/", OFFICER, RISK),
          rule("GET", "/events", OFFICER, RISK),
          rule("GET", "/applications/{id}", OFFICER, RISK),
          rule("GET", "/applications/{id}/data", OFFICER, RISK),
          rule("GET", "/applications/{id}/compare", OFFICER, RISK),
          rule("GET", "/applications/{id}/what-if", OFFICER, RISK),
          rule("POST", "/applications/{id}/what-if", OFFICER, RISK),
          rule("GET", "/applications/{id}/review", OFFICER, RISK),
          rule("POST", "/applications/{id}/review", OFFICER, RISK),
          rule("GET", "/applications/{id}/letter", OFFICER, RISK),
          rule("GET", "/new", OFFICER),
          rule("POST", "/new", OFFICER),
          rule("GET", "/model", OFFICER, RISK, OPERATOR),
          rule("GET", "/model/report.html", OFFICER, RISK, OPERATOR),
          rule("GET", "/api", OFFICER, RISK, OPERATOR),
          rule("GET", "/openapi.json", OFFICER, RISK, OPERATOR, SERVICE),
          rule("GET", "/api/decisions", OFFICER, RISK, SERVICE),
          rule("GET", "/api/decisions/{id}", OFFICER, RISK, SERVICE));

  private Access() {}

  /** What a route asks of who uses it. */
  public sealed interface Need {

    /** No login. */
    record Nothing() implements Need {}

    /** A login, with any role or none. */
    record Login() implements Need {}

    /** One of these roles. */
    record AnyOf(Set<Role> roles) implements Need {

      public AnyOf {
        roles = Set.copyOf(roles);
      }
    }
  }

  /**
   * A line of the table.
   *
   * @param method HTTP method
   * @param path path as the route has it
   * @param need what the route asks of who uses it
   */
  public record Rule(String method, String path, Need need) {}

  /** The rule of a route; empty for a route that nobody may use. */
  public static Optional<Rule> of(String method, String path) {
    return TABLE.stream()
        .filter(rule -> rule.method().equals(method) && rule.path().equals(path))
        .findFirst();
  }

  private static Rule open(String method, String path) {
    return new Rule(method, path, new Nothing());
  }

  private static Rule rule(String method, String path, Role... roles) {
    return new Rule(method, path, new AnyOf(Set.copyOf(Arrays.asList(roles))));
  }
}
