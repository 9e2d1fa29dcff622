package io.creditstream.advisor.security;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * How tokens tell of people.
 *
 * @param account claim that identifies a person; one that the provider neither changes nor gives to
 *     somebody else, since a second person is told from the first by it
 * @param roles claim that holds the roles: its name, or the way to it between dots
 * @param roleNames what the claim calls each role
 */
public record ClaimNames(String account, String roles, Map<Role, String> roleNames) {

  public ClaimNames {
    Objects.requireNonNull(roleNames, "roleNames");
    if (account.isBlank() || roles.isBlank()) {
      throw new IllegalArgumentException("a claim is blank: give its name or leave it out");
    }
    Map<Role, String> all = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      all.put(role, roleNames.getOrDefault(role, role.claim()));
    }
    roleNames = Map.copyOf(all);
  }

  /** {@code sub}, {@code roles}, and the names of the roles in small letters. */
  public static ClaimNames defaults() {
    return new ClaimNames("sub", "roles", Map.of());
  }

  /**
   * Names of roles as in {@code officer=credit-officers,risk=risk-team}; a role that is left out
   * keeps its own name.
   *
   * @throws IllegalArgumentException if a role is unknown
   */
  public static Map<Role, String> roleNames(String text) {
    Map<Role, String> names = new EnumMap<>(Role.class);
    for (String part : text.isBlank() ? new String[0] : text.split(",")) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length != 2 || pair[1].isBlank()) {
        throw notUnderstood();
      }
      names.put(role(pair[0].strip()), pair[1].strip());
    }
    return names;
  }

  private static Role role(String name) {
    try {
      return Role.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw notUnderstood();
    }
  }

  private static IllegalArgumentException notUnderstood() {
    return new IllegalArgumentException(
        "names of roles are not understood: give officer=NAME,risk=NAME,operator=NAME,service=NAME");
  }
}
