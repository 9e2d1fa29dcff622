package io.creditstream.advisor.security;

import java.util.Objects;
import java.util.Set;

/**
 * Somebody who acts here: a person or a program.
 *
 * @param account what identifies the person for good; told in reviews
 * @param name what the person is called on pages
 * @param roles what the person may do
 */
public record Person(String account, String name, Set<Role> roles) {

  public Person {
    Objects.requireNonNull(name, "name");
    roles = Set.copyOf(roles);
    if (account.isBlank()) {
      throw new IllegalArgumentException("a person needs an account");
    }
  }

  /** Whether the person has one of the roles. */
  public boolean hasAny(Set<Role> wanted) {
    return wanted.stream().anyMatch(roles::contains);
  }
}
