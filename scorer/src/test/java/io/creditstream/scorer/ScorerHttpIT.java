package io.creditstream.scorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.rules.KnockOutRule;
import io.creditstream.features.rules.Operator;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.TestBundles;
import io.creditstream.simulator.feed.EventPublisher;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerHttpIT {

  private static final String CANARY = "canary-5521";

  @TempDir static Path directory;
  private static Platform platform;
  private static ScorerApplication scorer;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    platform = Platform.startWithChampion(directory);
    scorer = platform.startReady(platform.config("http"));
    try (EventPublisher publisher = platform.publisher()) {
      publisher.send(
          Topics.BUREAU_CREDITS,
          Events.CLIENT,
          Events.credit("b-1", 1_000, Instant.parse("2025-01-01T00:00:00Z")));
      publisher.flush();
    }
  }

  @AfterAll
  static void stop() {
    scorer.close();
    platform.close();
  }

  @Test
  void shouldPublishAnApplicationAndAnswerWithItsDecision() throws Exception {
    HttpResponse<String> answer = submit("h-1", 100_000, "?wait=PT20S");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("applicationId").asText()).isEqualTo("h-1");
    HttpResponse<String> recorded = get("/v1/applications/h-1");
    assertThat(recorded.body()).isEqualTo(answer.body());
    assertThat(platform.awaitDecisions(1))
        .anySatisfy(decision -> assertThat(decision.getApplicationId()).isEqualTo("h-1"));
  }

  @Test
  void shouldAnswerARepeatWithTheSameDecisionAndAConflictWithAProblem() throws Exception {
    HttpResponse<String> first = submit("h-2", 100_000, "?wait=PT20S");

    HttpResponse<String> repeat = submit("h-2", 100_000, "?wait=PT20S");
    HttpResponse<String> conflict = submit("h-2", 100_001, "?wait=PT20S");

    assertThat(repeat.body()).isEqualTo(first.body());
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void shouldSayWhereTheDecisionWillBeWithoutWaiting() throws Exception {
    HttpResponse<String> answer = submit("h 3", 100_000, "");

    assertThat(answer.statusCode()).isEqualTo(202);
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).isEqualTo("/v1/applications/h%203");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> get(location).statusCode(), status -> status == 200);
  }

  @Test
  void shouldListTheDecisionsOfAClientFromTheNewestOnPageByPage() throws Exception {
    String client = "client-of-many";
    for (int i = 1; i <= 5; i++) {
      String body = application("l-" + i, 100_000, "").replace(Events.CLIENT, client);
      assertThat(post("/v1/applications?wait=PT20S", body).statusCode()).isEqualTo(200);
    }
    String path = "/v1/clients/" + client + "/decisions";

    List<String> listed = new ArrayList<>();
    String query = "?limit=2";
    for (int page = 1; page <= 3; page++) {
      JsonNode body = json(get(path + query));
      assertThat(body.get("clientId").asText()).isEqualTo(client);
      body.get("decisions").forEach(d -> listed.add(d.get("applicationId").asText()));
      assertThat(body.has("next")).isEqualTo(page < 3);
      query = "?limit=2&cursor=" + body.path("next").asText();
    }

    assertThat(listed).containsExactly("l-5", "l-4", "l-3", "l-2", "l-1");
    JsonNode newest = json(get(path + "?limit=1")).at("/decisions/0");
    assertThat(newest).isEqualTo(json(get("/v1/applications/l-5")));
    assertThat(json(get("/v1/clients/client-of/decisions")).get("decisions")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=101", "limit=many", "cursor=", "cursor=???", "cursor=YWJj"})
  void shouldRefusePagesThatThereAreNot(String query) throws Exception {
    HttpResponse<String> answer =
        get("/v1/clients/client-1/decisions?" + query.replace("?", "%3F"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("detail").asText()).contains(query.substring(0, 5));
  }

  @Test
  void shouldScoreAWhatIfWithTheStoredHistoryAndRecordNothing() throws Exception {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                json(get("/v1/clients/" + Events.CLIENT)).at("/history/bureauCredits").size() == 1);

    HttpResponse<String> answer = post("/v1/score", application("h-4", 100_000, ""));

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode decision = json(answer);
    assertThat(decision.get("contributions")).isNotEmpty();
    assertThat(decision.get("missingSources")).hasSize(4);
    assertThat(decision.at("/source/topic").asText()).isEqualTo("/v1/score");
    assertThat(get("/v1/applications/h-4").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldScoreAWhatIfWithTheHistoryThatItBrings() throws Exception {
    String history =
        """
        ,"history":{"bureauCredits":[{"recordId":"x","clientId":"client-1",
        "eventTime":"2026-01-01T00:00:00Z","amtCreditSum":5}],"cardBalances":[]}
        """;

    JsonNode decision = json(post("/v1/score", application("h-5", 100_000, history)));

    assertThat(decision.get("missingSources")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{' | 400 | the body is no JSON",
        "'{\"applicationId\":\"a\"}' | 422 | field clientId is missing",
        "'{\"clientIdd\":\"canary-5521\"}' | 422 | did you mean clientId?",
      })
  void shouldRefuseBodiesThatAreNoApplication(String body, int status, String detail)
      throws Exception {
    for (String path : new String[] {"/v1/score", "/v1/applications"}) {
      HttpResponse<String> answer = post(path, body);

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(json(answer).get("detail").asText()).contains(detail);
      assertThat(answer.body()).doesNotContain(CANARY);
    }
  }

  @Test
  void shouldRefuseValuesOutOfRangeByTheRulesOfTheStream() throws Exception {
    HttpResponse<String> answer = post("/v1/applications", application("h-6", -5, ""));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).get("reason").asText()).isEqualTo("out_of_range");
    assertThat(json(answer).get("detail").asText()).contains("amtCredit");
  }

  @Test
  void shouldRefuseOtherMediaTypesAndBadWaits() throws Exception {
    HttpRequest text =
        HttpRequest.newBuilder(scorer.uri().resolve("/v1/score"))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("{}"))
            .build();

    assertThat(client.send(text, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    assertThat(submit("h-7", 1, "?wait=PT1H").statusCode()).isEqualTo(400);
    assertThat(submit("h-7", 1, "?wait=soon").statusCode()).isEqualTo(400);
  }

  @Test
  void shouldDescribeTheModelAndTheApi() throws Exception {
    JsonNode model = json(get("/v1/model"));

    assertThat(model.get("sha256").asText())
        .isEqualTo(TestBundles.shared().manifest().modelSha256());
    assertThat(model.get("features")).hasSize(TestBundles.shared().dictionary().size());
    assertThat(model.at("/policy/rules").isArray()).isTrue();
    assertThat(model.at("/policy/declineFrom").asDouble())
        .isEqualTo(TestBundles.shared().policy().declineFrom());
    assertThat(json(get("/openapi.json")).get("openapi").asText()).isEqualTo("3.1.0");
  }

  @Test
  void shouldShowTheRulesOfPoliciesTheChallengerAndWhatWasRefused() throws Exception {
    Policy policy =
        new Policy(
            "with-rules",
            0.1,
            0.2,
            List.of(Topics.BUREAU_CREDITS.name()),
            List.of(
                new KnockOutRule(
                    "minor", "daysBirth", Operator.GREATER, -6570.0, DecisionOutcome.DECLINED)));
    platform.publish(ModelRole.CHALLENGER, TestBundles.shared().with(policy));
    platform.publishBytes(ModelRole.CHALLENGER, new byte[] {1, 2, 3});

    JsonNode model =
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> json(get("/v1/model")), body -> !body.path("refusals").isEmpty());

    assertThat(model.at("/challenger/policy/version").asText()).isEqualTo("with-rules");
    assertThat(model.at("/challenger/policy/requiredSources/0").asText())
        .isEqualTo(Topics.BUREAU_CREDITS.name());
    assertThat(model.at("/challenger/policy/rules/0").toString())
        .isEqualTo(
            "{\"name\":\"minor\",\"field\":\"daysBirth\",\"operator\":\">\",\"value\":-6570.0,"
                + "\"outcome\":\"DECLINED\"}");
    assertThat(model.at("/refusals/0/role").asText()).isEqualTo("challenger");
    assertThat(model.at("/refusals/0/reason").asText()).isNotBlank();
  }

  @Test
  void shouldExposeTheMetricsOfTheContractWithoutClients() throws Exception {
    submit("h-8", 100_000, "?wait=PT20S");

    String metrics = get("/metrics").body();

    assertThat(metrics)
        .contains(
            "creditstream_decisions_total{",
            "creditstream_scoring_seconds_bucket{",
            "creditstream_end_to_end_seconds_bucket{",
            "creditstream_duplicates_total",
            "creditstream_model_info{role=\"champion\"",
            "kafka_stream_",
            "jvm_memory_used_bytes")
        .doesNotContain(Events.CLIENT)
        .doesNotContain("h-8");
  }

  @Test
  void shouldDecideAnewOnRequestAndSayWhereTheNewDecisionWillBe() throws Exception {
    HttpResponse<String> first = submit("anew 1", 100_000, "?wait=PT20S");
    String decidedAt = json(first).get("decidedAt").asText();

    HttpResponse<String> asked = post("/v1/applications/anew%201/rescore", "");

    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    assertThat(json(asked).get("applicationId").asText()).isEqualTo("anew 1");
    assertThat(json(asked).get("supersedes").asText()).isEqualTo(decidedAt);
    String location = asked.headers().firstValue("Location").orElseThrow();
    assertThat(location).isEqualTo("/v1/applications/anew%201");
    JsonNode current =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> json(get(location)), decision -> decision.has("predecessor"));
    assertThat(current.at("/supersedes/decidedAt").asText()).isEqualTo(decidedAt);
    assertThat(current.at("/supersedes/request")).isEqualTo(json(asked).get("source"));
    assertThat(current.get("predecessor")).isEqualTo(json(first));
  }

  @Test
  void shouldRefuseToDecideAnewWhatWasNeverDecided() throws Exception {
    HttpResponse<String> answer = post("/v1/applications/never/rescore", "");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(platform.records(Topics.RESCORE_REQUESTS.name()))
        .noneMatch(record -> new String(record.value(), UTF_8).contains("never"));
  }

  @Test
  void shouldSayThatAnApplicationIsNoLongerOnItsTopic() throws Exception {
    JsonNode source = json(submit("anew 2", 100_000, "?wait=PT20S")).get("source");
    TopicPartition partition =
        new TopicPartition(source.get("topic").asText(), source.get("partition").asInt());
    try (Admin admin = Admin.create(platform.client())) {
      admin
          .deleteRecords(
              Map.of(partition, RecordsToDelete.beforeOffset(source.get("offset").asLong() + 1)))
          .all()
          .get();
    }

    HttpResponse<String> answer = post("/v1/applications/anew%202/rescore", "");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(410);
    assertThat(json(answer).get("detail").asText()).contains("under another id");
  }

  private HttpResponse<String> submit(String id, int amount, String query) throws Exception {
    return post("/v1/applications" + query, application(id, amount, ""));
  }

  private static String application(String id, int amount, String more) {
    return """
        {"applicationId":"%s","clientId":"client-1","submittedAt":"2026-06-01T12:00:00Z",
         "nameContractType":"Cash loans","amtIncomeTotal":50000,"amtCredit":%d,
         "daysBirth":-12000%s}
        """
        .formatted(id, amount, more);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(scorer.uri().resolve(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(scorer.uri().resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }
}
