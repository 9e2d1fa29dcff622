package io.creditstream.service.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class KafkaRolesTest {

  @Test
  void shouldGrantNothingTwiceAndNothingToEverybody() {
    assertThat(KafkaRoles.all()).extracting(KafkaRole::principal).doesNotHaveDuplicates();
    for (KafkaRole role : KafkaRoles.all()) {
      assertThat(role.bindings())
          .as(role.name())
          .isNotEmpty()
          .doesNotHaveDuplicates()
          .allSatisfy(
              binding -> {
                assertThat(binding.entry().principal()).isEqualTo(role.principal());
                assertThat(binding.entry().permissionType()).isEqualTo(AclPermissionType.ALLOW);
                assertThat(binding.entry().operation())
                    .isNotIn(
                        AclOperation.ALL,
                        AclOperation.ALTER,
                        AclOperation.ALTER_CONFIGS,
                        AclOperation.CLUSTER_ACTION);
              });
    }
  }

  @Test
  void shouldLetOneRoleAloneWriteModelsAndOneAloneDecide() {
    assertThat(writersOf("credit.models.v1")).containsExactly("publisher");
    assertThat(writersOf("credit.decisions.v1")).containsExactly("scorer");
    assertThat(writersOf("credit.reviews.v1")).containsExactly("advisor");
    assertThat(writersOf("credit.drift-reports.v1")).containsExactly("drift-monitor");
    assertThat(writersOf("creditstream-scorer-decisions-changelog")).containsExactly("scorer");
  }

  @Test
  void shouldRefuseGrantsOfEverything() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Grant(ResourceType.TOPIC, "*", PatternType.LITERAL, Set.of(AclOperation.READ)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Grant(ResourceType.TOPIC, "a", PatternType.ANY, Set.of(AclOperation.READ)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Grant(ResourceType.TOPIC, "a", PatternType.LITERAL, Set.of()));
  }

  @Test
  void shouldBeCommandsOfKafkasOwnTool() {
    KafkaRole role = KafkaRoles.PUBLISHER.withPrincipal("User:CN=it's");

    assertThat(AclCommands.of(role, "b:9092"))
        .containsExactly(
            "kafka-acls.sh --bootstrap-server b:9092 --command-config admin.properties --add"
                + " --allow-principal 'User:CN=it'\\''s' --operation Read --operation Write"
                + " --resource-pattern-type literal --topic credit.models.v1");
    assertThat(AclCommands.of(KafkaRoles.ORIGINATION, "b:9092"))
        .hasSize(2)
        .last()
        .asString()
        .endsWith(
            "--operation Describe --resource-pattern-type literal --group creditstream-scorer");
    assertThat(AclCommands.of(KafkaRoles.OPERATOR, "b:9092").get(2))
        .endsWith(
            "--operation Write --resource-pattern-type prefixed"
                + " --transactional-id creditstream-dlq-replay-");
  }

  @Test
  void shouldWantAPrincipalWithItsKind() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KafkaRoles.SCORER.withPrincipal("scorer"))
        .withMessage("principal scorer has no kind: give it as in User:creditstream-scorer");
  }

  private static List<String> writersOf(String topic) {
    return KafkaRoles.all().stream()
        .filter(role -> role.grants().stream().anyMatch(grant -> writes(grant, topic)))
        .map(KafkaRole::name)
        .toList();
  }

  private static boolean writes(Grant grant, String topic) {
    boolean named =
        grant.pattern() == PatternType.PREFIXED
            ? topic.startsWith(grant.name())
            : topic.equals(grant.name());
    return grant.resource() == ResourceType.TOPIC
        && named
        && grant.operations().contains(AclOperation.WRITE);
  }
}
