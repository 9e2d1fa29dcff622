package io.creditstream.service.acl;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** The table of roles as commands of Kafka's own tool. */
public final class AclCommands {

  private static final String TOOL =
      "kafka-acls.sh --bootstrap-server %s --command-config admin.properties --add";

  private AclCommands() {}

  /**
   * The commands that give a role what it needs, one a line; each may be given again without harm.
   *
   * @param bootstrapServers brokers, as {@code host:port}
   */
  public static List<String> of(KafkaRole role, String bootstrapServers) {
    Map<Same, StringBuilder> commands = new LinkedHashMap<>();
    for (Grant grant : role.grants()) {
      Same same = new Same(grant.resource(), grant.pattern(), grant.operations());
      commands
          .computeIfAbsent(same, any -> beginning(role, same, bootstrapServers))
          .append(option(grant.resource()))
          .append(grant.name());
    }
    return commands.values().stream().map(StringBuilder::toString).toList();
  }

  /** What one command can give for several names. */
  private record Same(ResourceType resource, PatternType pattern, Set<AclOperation> operations) {}

  private static StringBuilder beginning(KafkaRole role, Same same, String bootstrapServers) {
    String operations =
        same.operations().stream()
            .sorted()
            .map(operation -> " --operation " + word(operation))
            .collect(joining());
    return new StringBuilder(TOOL.formatted(bootstrapServers))
        .append(" --allow-principal '")
        .append(role.principal().replace("'", "'\\''"))
        .append('\'')
        .append(operations)
        .append(" --resource-pattern-type ")
        .append(same.pattern().name().toLowerCase(Locale.ROOT));
  }

  private static String option(ResourceType resource) {
    return switch (resource) {
      case TOPIC -> " --topic ";
      case GROUP -> " --group ";
      case TRANSACTIONAL_ID -> " --transactional-id ";
      default -> throw new IllegalArgumentException("no role is granted a " + resource);
    };
  }

  /** As in {@code Read}, {@code TransactionalId}. */
  private static String word(Enum<?> constant) {
    return Stream.of(constant.name().split("_"))
        .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
        .collect(joining());
  }
}
