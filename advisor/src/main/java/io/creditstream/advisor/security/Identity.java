package io.creditstream.advisor.security;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who somebody is and whose data they may see.
 *
 * @param logins login of people
 * @param sessions people who have logged in
 * @param tokens tokens of programs
 * @param assigned the file of assignments, where there is one
 */
public record Identity(
    Logins logins, Sessions sessions, BearerTokens tokens, Optional<Assigning> assigned) {

  private static final Set<Role> SEE_ALL = Set.of(Role.RISK, Role.SERVICE);

  /** Which clients an officer has. */
  @FunctionalInterface
  public interface Assigning {

    Set<String> clientsOf(String account);
  }

  /**
   * As it is configured.
   *
   * @throws IllegalArgumentException if the file of assignments cannot be read
   */
  public static Identity of(LoginSettings settings, InstantSource clock) {
    OpenIdProvider provider = new OpenIdProvider(settings.issuer(), settings.algorithms());
    return new Identity(
        new Logins(settings, provider, clock),
        new Sessions(settings.idle(), settings.lifetime(), clock),
        new BearerTokens(settings, provider),
        settings.assignments().map(file -> new Assignments(file)::of));
  }

  /** Whose data a person may see. */
  public Sight sight(Person person) {
    if (person.hasAny(SEE_ALL)) {
      return new Sight.Everybody();
    }
    if (!person.roles().contains(Role.OFFICER)) {
      return new Sight.Nobody();
    }
    return assigned
        .<Sight>map(file -> new Sight.Assigned(file.clientsOf(person.account())))
        .orElseGet(Sight.Everybody::new);
  }
}
