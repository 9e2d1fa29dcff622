package io.creditstream.standalone.secured;

import static io.creditstream.service.acl.KafkaRoles.ADVISOR;
import static io.creditstream.service.acl.KafkaRoles.AUDITOR;
import static io.creditstream.service.acl.KafkaRoles.DRIFT_MONITOR;
import static io.creditstream.service.acl.KafkaRoles.OPERATOR;
import static io.creditstream.service.acl.KafkaRoles.ORIGINATION;
import static io.creditstream.service.acl.KafkaRoles.PUBLISHER;
import static io.creditstream.service.acl.KafkaRoles.READER;
import static io.creditstream.service.acl.KafkaRoles.SCORER;
import static io.creditstream.service.acl.KafkaRoles.TOPICS;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.ScorerApplication;
import io.creditstream.service.acl.Grant;
import io.creditstream.service.acl.KafkaRole;
import io.creditstream.service.acl.KafkaRoles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With the rules of {@link KafkaRoles} and no others the whole product works, every one of them is
 * needed, and nobody can do what another role is for.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LeastPrivilegeIT {

  @TempDir static Path directory;

  private static AclAudit audit;
  private static LogWatch logged;
  private static SecuredBroker broker;
  private static SecuredRun run;
  private static Set<AclAudit.Asked> refusedOnTheWay;

  @BeforeAll
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  static void runEverything() throws Exception {
    audit = AclAudit.begin();
    logged = LogWatch.begin();
    broker = SecuredBroker.start(directory);
    run = SecuredRun.through(directory, broker);
    refusedOnTheWay = audit.refused();
  }

  @AfterAll
  static void stop() {
    run.close();
    broker.close();
    logged.close();
    audit.close();
  }

  @Test
  void shouldDecideMonitorAndExplainWithTheGrantsOfTheTable() throws Exception {
    assertThat(run.product().shown()).isGreaterThan(SecuredRun.FED);
    assertThat(run.product().recorded("by-the-api").path("supersedes").isMissingNode()).isFalse();
    assertThat(run.product().drift().toString()).contains("\"samples\"");
    assertThat(refusedOnTheWay).isEmpty();
  }

  @Test
  void shouldNeedEveryGrantOfTheTable() {
    List<String> unused = new ArrayList<>();
    for (KafkaRole role : KafkaRoles.all()) {
      for (Grant grant : role.grants()) {
        for (AclOperation operation : grant.operations()) {
          if (isExpected(role, grant, operation)
              && !audit.used(role.principal(), grant, operation)) {
            unused.add(role.name() + " " + operation + " " + grant.name());
          }
        }
      }
    }

    assertThat(unused).isEmpty();
  }

  @Test
  void shouldTellNothingOfClientsInLogsMetricsAndHeaders() throws Exception {
    assertThat(logged.lines()).as("what was logged").isNotEmpty();
    assertThat(logged.lines()).noneMatch(line -> line.contains(SecuredRun.CANARY));
    assertThat(logged.lines()).noneMatch(line -> line.contains(SecuredRun.SMUGGLED));
    assertThat(run.product().metrics()).doesNotContain(SecuredRun.CANARY, SecuredRun.SMUGGLED);
    assertThat(run.headersOfLetters())
        .isNotEmpty()
        .noneMatch(text -> text.contains(SecuredRun.CANARY) || text.contains(SecuredRun.SMUGGLED));
    String nonsense = "{\"clientIdd\":\"%s\"}".formatted(SecuredRun.CANARY);
    assertThat(run.product().post("/v1/applications", nonsense).body())
        .contains("422")
        .doesNotContain(SecuredRun.CANARY);
  }

  @Test
  void shouldWaitForARightThatWasTakenAndSaySo() throws Exception {
    AclBinding right = rightOfTheScorerTo(Topics.DECISIONS);
    ScorerApplication scorer = run.product().scorer();
    broker.setGranted(right, false);
    assertThat(run.submit("while-it-may-not").statusCode()).isEqualTo(202);
    patiently()
        .untilAsserted(
            () -> assertThat(scorer.health().whyNotReady().toString()).contains("docs/security"));
    Map<String, String> whyDead = scorer.health().whyNotAlive();

    broker.setGranted(right, true);

    patiently().untilAsserted(() -> assertThat(scorer.health().whyNotReady()).isEmpty());
    awaitDecision("while-it-may-not");
    assertThat(whyDead).isEmpty();
  }

  @Test
  void shouldGoOnWithoutTheChallengerWhoseDecisionsItMayNotWrite() throws Exception {
    AclBinding right = rightOfTheScorerTo(Topics.CHALLENGER_DECISIONS);
    broker.setGranted(right, false);
    AtomicInteger submitted = new AtomicInteger();
    patiently()
        .until(
            () -> {
              run.submit("without-a-challenger-" + submitted.getAndIncrement());
              return isRefused(run.product().models());
            });
    awaitDecision("without-a-challenger-0");
    Map<String, String> whyDead = run.product().scorer().health().whyNotAlive();

    run.product().restartScorer();

    patiently().until(() -> isRefused(run.product().models()));
    assertThat(run.submit("after-the-restart").statusCode()).isEqualTo(202);
    awaitDecision("after-the-restart");

    broker.setGranted(right, true);
    patiently().until(() -> broker.allowed(SCORER, Topics.CHALLENGER_DECISIONS).contains(WRITE));
    run.publishChallenger();
    patiently().until(() -> run.product().models().has("challenger"));

    assertThat(whyDead).isEmpty();
  }

  /** Threads of the stream end by exceptions here, as they shall. */
  private static ConditionFactory patiently() {
    return await().dontCatchUncaughtExceptions().atMost(Duration.ofMinutes(1));
  }

  private static void awaitDecision(String application) {
    patiently().until(() -> run.product().recorded(application).has("outcome"));
  }

  private static boolean isRefused(JsonNode models) {
    JsonNode last = models.path("refusals").path(0);
    return !models.has("challenger")
        && last.path("role").asText().equals("challenger")
        && last.path("reason").asText().contains("grant it WRITE");
  }

  private static AclBinding rightOfTheScorerTo(Topic<?> topic) {
    return SCORER.bindings().stream()
        .filter(binding -> binding.pattern().name().equals(topic.name()))
        .findFirst()
        .orElseThrow();
  }

  /** Bad records and mended letters of one topic stand for those of all. */
  private static boolean isExpected(KafkaRole role, Grant grant, AclOperation operation) {
    boolean letters = grant.name().endsWith(".dlq") && !isOfApplications(grant.name());
    boolean mended =
        role == OPERATOR
            && operation == WRITE
            && grant.name().startsWith("credit.")
            && !isOfApplications(grant.name())
            && !grant.name().equals(Topics.RESCORE_REQUESTS.name());
    return !letters && !mended;
  }

  private static boolean isOfApplications(String name) {
    return name.equals(Topics.APPLICATIONS.name())
        || name.equals(Topics.APPLICATIONS.deadLetterTopic());
  }

  static Stream<Arguments> shouldRefuseWhatAnotherRoleIsFor() {
    return Stream.of(
        writing(SCORER, "credit.models.v1"),
        writing(SCORER, "credit.bureau-credits.v1"),
        writing(SCORER, "credit.reviews.v1"),
        reading(SCORER, "credit.outcomes.v1"),
        writing(DRIFT_MONITOR, "credit.decisions.v1"),
        writing(DRIFT_MONITOR, "credit.models.v1"),
        writing(DRIFT_MONITOR, "creditstream-scorer-decisions-changelog"),
        reading(DRIFT_MONITOR, "credit.bureau-credits.v1"),
        writing(ADVISOR, "credit.bureau-credits.v1"),
        writing(ADVISOR, "credit.applications.v1"),
        writing(ADVISOR, "credit.decisions.v1"),
        writing(ADVISOR, "credit.models.v1"),
        reading(ADVISOR, "credit.installment-payments.v1"),
        writing(PUBLISHER, "credit.decisions.v1"),
        reading(PUBLISHER, "credit.applications.v1"),
        writing(ORIGINATION, "credit.decisions.v1"),
        writing(ORIGINATION, "credit.models.v1"),
        reading(ORIGINATION, "credit.applications.v1"),
        writing(READER, "credit.decisions.v1"),
        reading(READER, "credit.applications.v1"),
        writing(AUDITOR, "credit.rescore-requests.v1"),
        writing(OPERATOR, "credit.decisions.v1"),
        writing(OPERATOR, "credit.models.v1"),
        writing(TOPICS, "credit.applications.v1"),
        reading(TOPICS, "credit.applications.v1"),
        joining(SCORER, "creditstream-drift-monitor"),
        joining(READER, "creditstream-scorer"),
        joining(ADVISOR, "creditstream-advisor"),
        beginning(SCORER, "creditstream-drift-monitor-1"),
        beginning(ADVISOR, "creditstream-scorer-1"),
        asking(SCORER, "to make a topic", admin -> made(admin, "credit.new.v1")),
        asking(TOPICS, "to make a topic of others", admin -> made(admin, "other")),
        asking(SCORER, "to delete decisions", LeastPrivilegeIT::decisionsDeleted),
        asking(TOPICS, "to delete decisions", LeastPrivilegeIT::decisionsDeleted),
        asking(
            DRIFT_MONITOR,
            "how a topic is configured",
            admin ->
                admin
                    .describeConfigs(
                        List.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, "credit.decisions.v1")))
                    .all()),
        asking(OPERATOR, "who may what", a -> a.describeAcls(AclBindingFilter.ANY).values()),
        asking(
            TOPICS,
            "for more rights",
            admin -> admin.createAcls(SCORER.withPrincipal(TOPICS.principal()).bindings()).all()));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource
  void shouldRefuseWhatAnotherRoleIsFor(KafkaRole role, String what, Deed deed) {
    assertThatThrownBy(() -> deed.doWith(broker.client(role)))
        .isInstanceOf(AuthorizationException.class);
  }

  @Test
  void shouldLetNobodyInWhomItDoesNotKnow() throws Exception {
    Deed seeing = Deed.ask(admin -> admin.listTopics().names());
    Path unsigned = broker.certificates().unsigned("creditstream-drift-monitor");

    assertThatThrownBy(() -> seeing.doWith(broker.withPassword("creditstream-scorer", "guessed")))
        .isInstanceOf(SaslAuthenticationException.class);
    assertThatThrownBy(() -> seeing.doWith(broker.certified(broker.store(unsigned))))
        .isInstanceOf(SslAuthenticationException.class);
    assertThatThrownBy(() -> Deed.write("credit.applications.v1").doWith(broker.anonymous()))
        .isInstanceOf(AuthorizationException.class);
  }

  private static Arguments writing(KafkaRole role, String topic) {
    return deed(role, "writing " + topic, Deed.write(topic));
  }

  private static Arguments reading(KafkaRole role, String topic) {
    return deed(role, "reading " + topic, Deed.read(topic));
  }

  private static Arguments joining(KafkaRole role, String group) {
    return deed(role, "joining " + group, Deed.join(group));
  }

  private static Arguments beginning(KafkaRole role, String id) {
    return deed(role, "beginning transactions as " + id, Deed.beginTransactions(id));
  }

  private static Arguments asking(
      KafkaRole role, String what, Function<Admin, KafkaFuture<?>> request) {
    return deed(role, "asking " + what, Deed.ask(request));
  }

  private static Arguments deed(KafkaRole role, String what, Deed deed) {
    return Arguments.of(Named.of(role.name(), role), what, deed);
  }

  private static KafkaFuture<?> made(Admin admin, String topic) {
    return admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all();
  }

  private static KafkaFuture<?> decisionsDeleted(Admin admin) {
    return admin.deleteTopics(List.of("credit.decisions.v1")).all();
  }
}
