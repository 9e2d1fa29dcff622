package io.creditstream.standalone.cli;

import static java.util.stream.Collectors.joining;

import io.creditstream.service.acl.AclCommands;
import io.creditstream.service.acl.KafkaRole;
import io.creditstream.service.acl.KafkaRoles;
import java.util.Map;

/** What each role has to be granted, as commands. */
final class AclText {

  private AclText() {}

  /**
   * Prints them.
   *
   * @param principals whom the brokers know a role by, where that is not its usual principal
   */
  static void print(Map<String, String> principals, String bootstrapServers) {
    principals.keySet().forEach(AclText::requireRole);
    for (KafkaRole role : KafkaRoles.all()) {
      KafkaRole named = named(role, principals);
      System.out.printf("# %s: %s%n", role.name(), role.meaning());
      AclCommands.of(named, bootstrapServers).forEach(System.out::println);
    }
  }

  private static KafkaRole named(KafkaRole role, Map<String, String> principals) {
    String principal = principals.get(role.name());
    try {
      return principal == null ? role : role.withPrincipal(principal);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void requireRole(String name) {
    if (KafkaRoles.all().stream().noneMatch(role -> role.name().equals(name))) {
      throw new UsageException(
          "--principal names no role: one of "
              + KafkaRoles.all().stream().map(KafkaRole::name).collect(joining(", ")),
          null);
    }
  }
}
