package io.creditstream.advisor.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a person out of the claims of a token that was found sound. */
final class ClaimedPerson {

  private static final int LONGEST = 200;

  private final ClaimNames names;

  ClaimedPerson(ClaimNames names) {
    this.names = names;
  }

  /** The person; empty where the claims do not tell the account. */
  Optional<Person> read(Map<String, ?> claims) {
    return text(claims, names.account())
        .map(
            account ->
                new Person(
                    account,
                    text(claims, "name")
                        .or(() -> text(claims, "preferred_username"))
                        .orElse(account),
                    roles(claims)));
  }

  private static Optional<String> text(Map<String, ?> claims, String name) {
    return claims.get(name) instanceof String text && !text.isBlank() && text.length() <= LONGEST
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  private Set<Role> roles(Map<String, ?> claims) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    List<String> told = words(claim(claims));
    names
        .roleNames()
        .forEach(
            (role, name) -> {
              if (told.contains(name)) {
                roles.add(role);
              }
            });
    return roles;
  }

  /** A claim may have dots in its name, or lie inside others. */
  private @Nullable Object claim(Map<String, ?> claims) {
    Object whole = claims.get(names.roles());
    if (whole != null) {
      return whole;
    }
    Object found = claims;
    for (String part : names.roles().split("\\.")) {
      found = found instanceof Map<?, ?> map ? map.get(part) : null;
    }
    return found;
  }

  private static List<String> words(@Nullable Object claim) {
    if (claim instanceof String text) {
      return Arrays.asList(text.split("[\\s,]+"));
    }
    List<String> words = new ArrayList<>();
    if (claim instanceof Collection<?> items) {
      for (Object item : items) {
        if (item instanceof String word) {
          words.add(word);
        }
      }
    }
    return words;
  }
}
