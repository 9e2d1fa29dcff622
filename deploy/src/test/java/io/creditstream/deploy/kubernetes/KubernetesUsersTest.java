package io.creditstream.deploy.kubernetes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.creditstream.deploy.Generated;
import io.creditstream.service.acl.Grant;
import io.creditstream.service.acl.KafkaRole;
import io.creditstream.service.acl.KafkaRoles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The users of Strimzi beside the roles that the product declares. */
class KubernetesUsersTest {

  private static final Installation PRODUCTION = Installation.of("production");

  static List<KafkaRole> roles() {
    return KafkaRoles.all();
  }

  @Test
  void shouldBeTheRolesOfTheProduct() throws IOException {
    StringBuilder text =
        new StringBuilder("# Written from the table of roles of the product; see README.md.\n");
    for (KafkaRole role : roles()) {
      text.append(
          """
          ---
          # Who %s.
          apiVersion: kafka.strimzi.io/v1
          kind: KafkaUser
          metadata:
            name: %s
            labels:
              strimzi.io/cluster: credit
          spec:
            authentication:
              type: tls
            authorization:
              type: simple
              acls:
          """
              .formatted(role.meaning(), user(role)));
      role.grants().forEach(grant -> text.append(rule(grant)));
    }

    Generated.requireCurrent(
        Installation.ROOT.resolve("components/strimzi/users.yaml"), text.toString());
  }

  private static String rule(Grant grant) {
    return """
              - resource:
                  type: %s
                  name: %s
                  patternType: %s
                operations: [%s]
        """
        .formatted(
            type(grant.resource()),
            grant.name(),
            grant.pattern() == PatternType.PREFIXED ? "prefix" : "literal",
            grant.operations().stream()
                .sorted()
                .map(operation -> capitalised(operation.name()))
                .collect(joining(", ")));
  }

  private static String type(ResourceType resource) {
    return resource == ResourceType.TRANSACTIONAL_ID
        ? "transactionalId"
        : resource.name().toLowerCase(Locale.ROOT);
  }

  private static String capitalised(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @MethodSource("roles")
  void shouldGiveEachRoleWhatItNeedsAndNothingElse(KafkaRole role) {
    JsonNode user = PRODUCTION.get("KafkaUser/" + user(role)).at("/spec");
    List<Grant> granted = new ArrayList<>();
    user.at("/authorization/acls").forEach(rule -> granted.add(grant(rule)));

    assertThat(user.at("/authentication/type").asText()).isEqualTo("tls");
    assertThat(granted).containsExactlyInAnyOrderElementsOf(role.grants());
  }

  @Test
  void shouldKnowNobodyElse() {
    assertThat(PRODUCTION.all("KafkaUser").map(Manifest::name))
        .containsExactlyInAnyOrderElementsOf(
            roles().stream().map(KubernetesUsersTest::user).toList());
  }

  private static Grant grant(JsonNode rule) {
    Set<AclOperation> operations =
        rule.path("operations")
            .valueStream()
            .map(operation -> AclOperation.fromString(operation.asText()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(AclOperation.class)));
    return new Grant(
        ResourceType.valueOf(
            rule.at("/resource/type").asText().replace("Id", "_ID").toUpperCase(Locale.ROOT)),
        rule.at("/resource/name").asText(),
        rule.at("/resource/patternType").asText().equals("prefix")
            ? PatternType.PREFIXED
            : PatternType.LITERAL,
        operations);
  }

  /** The name that the certificate of the user has. */
  private static String user(KafkaRole role) {
    return role.principal().substring("User:".length());
  }
}
