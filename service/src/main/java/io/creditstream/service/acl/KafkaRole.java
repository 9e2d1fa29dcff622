package io.creditstream.service.acl;

import java.util.List;
import org.apache.kafka.common.acl.AclBinding;

/**
 * A part of the product, or somebody beside it, as the brokers know it.
 *
 * @param name short name, for example {@code scorer}
 * @param principal whom the brokers know it by unless something else is chosen, for example {@code
 *     User:creditstream-scorer}
 * @param meaning what it is, for people
 * @param grants everything that it needs, and nothing else
 */
public record KafkaRole(String name, String principal, String meaning, List<Grant> grants) {

  public KafkaRole {
    grants = List.copyOf(grants);
  }

  /** The same under the name that the brokers know. */
  public KafkaRole withPrincipal(String other) {
    if (!other.matches("[A-Za-z]+:.+")) {
      throw new IllegalArgumentException(
          "principal " + other + " has no kind: give it as in User:creditstream-" + name);
    }
    return new KafkaRole(name, other, meaning, grants);
  }

  /** The rules of the brokers that give the role what it needs. */
  public List<AclBinding> bindings() {
    return grants.stream().flatMap(grant -> grant.bindings(principal)).toList();
  }
}
