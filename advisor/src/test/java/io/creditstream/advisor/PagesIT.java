package io.creditstream.advisor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.advisor.fixture.Found;
import io.creditstream.advisor.fixture.Site;
import io.creditstream.advisor.fixture.Stage;
import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.schemas.DecisionOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do on the pages, and what goes wrong there. */
class PagesIT {

  private static final int APPLICATIONS = 120;
  private static final Map<String, String> LOAN =
      Map.of(
          "nameContractType", "Cash loans",
          "amtCredit", "250 000",
          "amtAnnuity", "20000",
          "amtIncomeTotal", "60,000",
          "daysEmployed", "3.5");

  @TempDir static Path directory;
  private static Stage stage;
  private static AdvisorApplication advisor;
  private static String declined;

  private final Site site = new Site(advisor.uri());

  @BeforeAll
  static void start() {
    stage = Stage.start(directory);
    stage.apply(APPLICATIONS);
    advisor =
        AdvisorApplication.start(
            stage
                .advisor("advisor")
                .withAccess(new AccessSettings.Open(List.of("first", "second"))));
    Stage.awaitDecisions(advisor, APPLICATIONS);
    declined = Found.any(advisor, DecisionOutcome.DECLINED);
  }

  @AfterAll
  static void stop() {
    advisor.close();
    stage.close();
  }

  @Test
  void shouldShowApplicationAndHistoryWithEachFieldExplained() throws Exception {
    String page = site.get(page(declined, "data", "en")).body();

    assertThat(page)
        .contains("Credits elsewhere (credit bureau)", "Instalment payments", "Yearly income")
        .contains("data-chart=\"timeline\"", "Whether the client owns a car.");
  }

  @Test
  void shouldSayThatTheHistoryIsMissingWhileTheScorerIsDown() throws Exception {
    URI nobody = URI.create("http://127.0.0.1:1");
    AdvisorConfig alone = AdvisorConfig.defaults(stage.kafka("alone"), 0, nobody, nobody);
    try (AdvisorApplication other = AdvisorApplication.start(alone)) {
      Stage.awaitDecisions(other, APPLICATIONS);
      Site pages = new Site(other.uri());

      String data = pages.get(page(declined, "data", "en")).body();
      String whatIf =
          pages.send(page(declined, "what-if", "en"), page(declined, "what-if", "en"), LOAN).body();
      HttpResponse<String> sent =
          pages.send(
              "/new?lang=en", "/new?lang=en", with(LOAN, "daysBirth", "40", "clientId", "c"));

      assertThat(data).contains("The history cannot be shown now", "Yearly income");
      assertThat(whatIf).contains("The scorer does not answer now");
      assertThat(sent.statusCode()).isEqualTo(503);
      assertThat(sent.body()).contains("could not be handed over", "value=\"250 000\"");
    }
  }

  @Test
  void shouldCompareWithAllAFilterAndSimilarClients() throws Exception {
    String all = site.get(page(declined, "compare", "en")).body();
    String filtered =
        site.get(page(declined, "compare", "en") + "&group=filter&ageFrom=30&ageTo=40").body();
    String similar = site.get(page(declined, "compare", "en") + "&group=near&size=50").body();
    String french = site.get(page(declined, "compare", "fr") + "&group=near").body();

    assertThat(all)
        .contains("Size of the group: " + APPLICATIONS, "of the group.", "data-kind=\"client\"");
    assertThat(filtered).contains("Clients that fit the filter below.", "value=\"30\"");
    assertThat(similar).contains("clients that are nearest by:").contains("Size of the group: ");
    assertThat(french).contains("clients les plus proches par");
  }

  @Test
  void shouldScoreAChangedApplicationWithoutRecordingIt() throws Exception {
    HttpResponse<String> page =
        site.send(page(declined, "what-if", "en"), page(declined, "what-if", "en"), LOAN);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "This is not a decision", "What the model would say", "compared with the recorded")
        .doesNotContain("name=\"daysBirth\"", "name=\"codeGender\"", "name=\"nameFamilyStatus\"");
    assertThat(Found.lines(advisor))
        .extracting(line -> line.applicationId())
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldShowTheSameSuggestionsInTheOtherLanguage() throws Exception {
    String english =
        site.send(
                page(declined, "what-if", "en"),
                page(declined, "what-if", "en"),
                with(LOAN, "do", "suggest", "typed", "en"))
            .body();
    String french =
        site.send(
                page(declined, "what-if", "en"),
                "/applications/" + declined + "/what-if",
                with(LOAN, "shown", "suggest", "typed", "en", "lang", "fr"))
            .body();

    assertThat(french)
        .contains("Ce que dirait le modèle", "value=\"60\u202f000\"", "value=\"3,5\"")
        .contains("name=\"shown\" value=\"suggest\"");
    assertThat(count("id=\"suggest-title\"", french))
        .isEqualTo(count("id=\"suggest-title\"", english));
    assertThat(count("Emprunter|Rembourser", french)).isEqualTo(count("Borrow |Repay ", english));
  }

  private static long count(String pattern, String page) {
    return Pattern.compile(pattern).matcher(page).results().count();
  }

  @Test
  void shouldSayWhatIsWrongWithEachFieldAndKeepWhatWasTyped() throws Exception {
    HttpResponse<String> page =
        site.send(
            page(declined, "what-if", "en"),
            page(declined, "what-if", "en"),
            Map.of(
                "nameContractType", "<script>alert(1)</script>",
                "amtCredit", "12.",
                "amtIncomeTotal", "-5",
                "daysEmployed", "900"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("Not a number", "Between 0 and", "Between 0 and 120", "value=\"12.\"")
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void shouldDecideAnApplicationThatWasTypedIn() throws Exception {
    HttpResponse<String> decided =
        site.send(
            "/new?lang=en", "/new?lang=en", with(LOAN, "daysBirth", "41", "clientId", "typed <b>"));

    assertThat(decided.statusCode()).isEqualTo(200);
    assertThat(decided.uri().getPath()).startsWith("/applications/M-");
    assertThat(decided.body())
        .contains("% risk; the limit is", "Raised the risk", "typed &lt;b&gt;")
        .doesNotContain("typed <b>");
  }

  @Test
  void shouldWriteALetterWithAtMostFourReasons() throws Exception {
    String english = site.get(page(declined, "letter", "en")).body();
    String french = site.get(page(declined, "letter", "fr")).body();

    assertThat(english).contains("We cannot approve it.", "You may ask for a person");
    assertThat(french).contains("Nous ne pouvons pas", "Madame, Monsieur");
    String reasons = english.substring(english.indexOf("<ol>"), english.indexOf("</ol>"));
    assertThat(count("<li>", reasons)).isBetween(1L, 4L);
  }

  @Test
  void shouldReviewByEventsOnTheTopic() throws Exception {
    String other =
        Found.lines(advisor).stream()
            .filter(line -> line.outcome() == DecisionOutcome.DECLINED)
            .map(line -> line.applicationId())
            .filter(id -> !id.equals(declined))
            .findFirst()
            .orElseThrow();
    String path = page(other, "review", "en");

    HttpResponse<String> proposed =
        review(path, "OVERTURN", "demo:first", "A guarantor was found.");
    HttpResponse<String> confirmed = review(path, "CONFIRM", "demo:second", "");

    assertThat(proposed.body()).contains("demo:first proposed to overturn.");
    assertThat(confirmed.body()).contains("demo:second confirmed what demo:first had proposed.");
    assertThat(site.get(page(other, "letter", "en")).body()).contains("We are glad to approve it.");
  }

  private HttpResponse<String> review(String path, String step, String reviewer, String reason)
      throws Exception {
    Matcher seen =
        Pattern.compile("name=\"seen\" value=\"([^\"]*)\"").matcher(site.get(path).body());
    assertThat(seen.find()).isTrue();
    return site.send(
        path,
        path,
        Map.of("seen", seen.group(1), "step", step, "reviewer", reviewer, "reason", reason));
  }

  @Test
  void shouldTellOfTheModelInWords() throws Exception {
    String page = site.get("/model?lang=en").body();

    assertThat(page)
        .contains("Model card", "Methodology", "The drift monitor does not answer now")
        .contains("data-chart=\"weights\"");
    assertThat(site.get("/model?lang=fr").body())
        .contains("<h4>Usage prévu</h4>", "<h4>4. Traitement du déséquilibre</h4>")
        .doesNotContain("Intended use", "version antérieure");
    assertThat(site.get("/model/report.html").headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"report.html\"");
  }

  @Test
  void shouldRefuseFormsOfForeignSites() throws Exception {
    HttpClient stranger = HttpClient.newHttpClient();

    HttpResponse<String> page =
        stranger.send(
            HttpRequest.newBuilder(advisor.uri().resolve("/new"))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://evil.example")
                .POST(BodyPublishers.ofString("clientId=x"))
                .build(),
            BodyHandlers.ofString());

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("You may not do this");
  }

  @Test
  void shouldTellHealthAndMetricsAloneUnderOtherNames() throws Exception {
    assertThat(statusLine("/ready")).contains(" 200 ");
    assertThat(statusLine("/live")).contains(" 200 ");
    assertThat(statusLine("/metrics")).contains(" 200 ");
    assertThat(statusLine("/")).contains(" 403 ");
    assertThat(statusLine("/api/decisions")).contains(" 403 ");
  }

  /** As an orchestrator asks: by the address of the pod. */
  private String statusLine(String path) throws IOException {
    try (Socket socket = new Socket(advisor.uri().getHost(), advisor.uri().getPort())) {
      String request = "GET %s HTTP/1.0\r\nHost: 10.0.0.7:8080\r\n\r\n".formatted(path);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))
          .readLine();
    }
  }

  @Test
  void shouldAnswerProgramsAsItsDescriptionSays() throws Exception {
    ObjectMapper json = new ObjectMapper();

    JsonNode found = json.readTree(site.get("/api/decisions?outcome=DECLINED").body());
    JsonNode one = json.readTree(site.get("/api/decisions/" + declined).body());
    HttpResponse<String> wrong = site.get("/api/decisions?incomeFrom=12.");

    assertThat(found.get("total").asLong()).isPositive();
    assertThat(found.at("/decisions/0/outcome").asText()).isEqualTo("DECLINED");
    assertThat(one.at("/decision/contributions")).isNotEmpty();
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(json.readTree(site.get("/openapi.json").body()).get("paths").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("/api/decisions", "/api/decisions/{id}");
  }

  private static String page(String id, String page, String language) {
    return "/applications/" + id + "/" + page + "?lang=" + language;
  }

  private static Map<String, String> with(Map<String, String> fields, String... more) {
    Map<String, String> all = new HashMap<>(fields);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }
}
