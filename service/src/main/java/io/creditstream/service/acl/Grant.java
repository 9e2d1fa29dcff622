package io.creditstream.service.acl;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What may be done with a resource of the brokers, or with all whose names begin alike. To read,
 * write or delete implies to describe, as Kafka has it.
 *
 * @param resource kind of the resource
 * @param name its name, or the beginning of names
 * @param pattern {@code LITERAL} for a name, {@code PREFIXED} for the beginning of names
 * @param operations what may be done, at least one thing
 */
public record Grant(
    ResourceType resource, String name, PatternType pattern, Set<AclOperation> operations) {

  private static final String ANY_HOST = "*";

  public Grant {
    if (pattern != PatternType.LITERAL && pattern != PatternType.PREFIXED) {
      throw new IllegalArgumentException("pattern " + pattern + " is neither literal nor prefixed");
    }
    if (name.isBlank() || name.equals("*")) {
      throw new IllegalArgumentException("a grant of every " + resource + ": name what is needed");
    }
    operations = Set.copyOf(operations);
    if (operations.isEmpty()) {
      throw new IllegalArgumentException("a grant of nothing for " + name);
    }
  }

  static List<Grant> topics(Stream<String> names, AclOperation first, AclOperation... others) {
    Set<AclOperation> operations = EnumSet.of(first, others);
    return names
        .map(name -> new Grant(ResourceType.TOPIC, name, PatternType.LITERAL, operations))
        .toList();
  }

  static Grant topicsBeginning(String prefix, AclOperation first, AclOperation... others) {
    return new Grant(ResourceType.TOPIC, prefix, PatternType.PREFIXED, EnumSet.of(first, others));
  }

  static Grant group(String name, AclOperation operation) {
    return new Grant(ResourceType.GROUP, name, PatternType.LITERAL, Set.of(operation));
  }

  static Grant groupsBeginning(String prefix) {
    return new Grant(ResourceType.GROUP, prefix, PatternType.PREFIXED, Set.of(AclOperation.READ));
  }

  static Grant transactionsBeginning(String prefix) {
    return new Grant(
        ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED, Set.of(AclOperation.WRITE));
  }

  /** The rules of the brokers that give this to a principal, from any host. */
  Stream<AclBinding> bindings(String principal) {
    ResourcePattern target = new ResourcePattern(resource, name, pattern);
    return operations.stream()
        .sorted()
        .map(
            operation ->
                new AclBinding(
                    target,
                    new AccessControlEntry(
                        principal, ANY_HOST, operation, AclPermissionType.ALLOW)));
  }
}
