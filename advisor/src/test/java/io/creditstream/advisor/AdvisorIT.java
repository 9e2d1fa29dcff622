package io.creditstream.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.fixture.Found;
import io.creditstream.advisor.fixture.Site;
import io.creditstream.advisor.fixture.Stage;
import io.creditstream.advisor.store.CaseLine;
import io.creditstream.advisor.store.RecordedCase;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages on decisions that came through the real stream. */
class AdvisorIT {

  private static final int APPLICATIONS = 150;

  @TempDir static Path directory;
  private static Stage stage;
  private static AdvisorApplication advisor;

  private final Site site = new Site(advisor.uri());

  @BeforeAll
  static void start() {
    stage = Stage.start(directory);
    stage.apply(APPLICATIONS);
    advisor = AdvisorApplication.start(stage.advisor("advisor"));
    Stage.awaitDecisions(advisor, APPLICATIONS);
  }

  @AfterAll
  static void stop() {
    advisor.close();
    stage.close();
  }

  @Test
  void shouldHoldEachDecisionOnceWithItsApplication() {
    List<CaseLine> lines = Found.lines(advisor);

    assertThat(lines).extracting(CaseLine::applicationId).doesNotHaveDuplicates();
    assertThat(lines).allSatisfy(line -> assertThat(line.income()).isPositive());
    RecordedCase recorded = advisor.cases().application(lines.get(0).applicationId()).orElseThrow();
    LoanDecision decision = recorded.decision().orElseThrow();
    assertThat(decision.getFeatures()).hasSizeGreaterThan(300);
    assertThat(recorded.application().orElseThrow().get("amtIncomeTotal").asDouble())
        .isEqualTo(lines.get(0).income());
  }

  @Test
  void shouldFindByFiltersAndTurnPages() throws Exception {
    HttpResponse<String> all = site.get("/?lang=en");
    HttpResponse<String> declined = site.get("/?outcome=DECLINED&sort=risk-desc");

    assertThat(all.statusCode()).isEqualTo(200);
    assertThat(all.body()).contains(APPLICATIONS + " decisions", "Next page", "Open without login");
    assertThat(declined.body()).contains("declined\">Declined<");
    assertThat(declined.body()).doesNotContain("approved\">Approved</span>");
  }

  @Test
  void shouldSayWhatIsWrongWithAFilterAndFindAllTheSame() throws Exception {
    HttpResponse<String> page = site.get("/?lang=en&incomeFrom=12.&ageFrom=50&ageTo=20");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Not a number: write it like", "The range ends before it begins")
        .contains("value=\"12.\"");
  }

  @Test
  void shouldExplainADeclinedApplicationInBothLanguages() throws Exception {
    String id = Found.any(advisor, DecisionOutcome.DECLINED);

    HttpResponse<String> english = site.get("/applications/" + id + "?lang=en");
    HttpResponse<String> french = site.get("/applications/" + id + "?lang=fr");

    assertThat(english.body())
        .contains(
            "% risk; the limit is", "points above", "Raised the risk", "Most accepted clients")
        .contains("From the average to this score", "data-chart=\"waterfall\"")
        .contains("What the model heeds in general");
    assertThat(french.body())
        .contains("de risque\u00a0; la limite est de", "A augmenté le risque", "lang=\"fr\"");
  }

  @Test
  void shouldExplainAnApprovedApplicationByTheLiveModel() throws Exception {
    String id = Found.any(advisor, DecisionOutcome.APPROVED);

    HttpResponse<String> page = site.get("/applications/" + id + "?lang=en");

    assertThat(page.body()).contains("this explanation was made now", "Lowered the risk");
  }

  @Test
  void shouldShowRecordedDecisionsWhileTheScorerIsDown() throws Exception {
    AdvisorConfig alone =
        AdvisorConfig.defaults(
            stage.kafka("alone"),
            0,
            URI.create("http://127.0.0.1:1"),
            URI.create("http://127.0.0.1:1"));
    try (AdvisorApplication other = AdvisorApplication.start(alone)) {
      Stage.awaitDecisions(other, APPLICATIONS);
      Site pages = new Site(other.uri());

      String declined =
          pages.get("/applications/" + Found.any(other, DecisionOutcome.DECLINED)).body();
      String approved =
          pages.get("/applications/" + Found.any(other, DecisionOutcome.APPROVED)).body();

      assertThat(declined).contains("Raised the risk");
      assertThat(approved).contains("the scorer that could make one does not answer now");
    }
  }

  @Test
  void shouldNeitherLoseNorRepeatOverARestart() {
    AdvisorConfig config = stage.advisor("again");
    try (AdvisorApplication first = AdvisorApplication.start(config)) {
      Stage.awaitDecisions(first, APPLICATIONS);
    }

    try (AdvisorApplication second = AdvisorApplication.start(config)) {
      assertThat(Found.count(second)).isEqualTo(APPLICATIONS);
    }
  }

  @Test
  void shouldTellOfAnUnknownApplicationAndAnUnknownPage() throws Exception {
    HttpResponse<String> application = site.get("/applications/nobody?lang=en");
    HttpResponse<String> page = site.get("/nowhere?lang=en");

    assertThat(application.statusCode()).isEqualTo(404);
    assertThat(application.body()).contains("No such application", "To the decisions");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is no such page");
  }

  @Test
  void shouldShowMarkupAsTextAndForbidInlineScripts() throws Exception {
    HttpResponse<String> page = site.get("/?id=%3Cscript%3Ealert(1)%3C%2Fscript%3E");

    assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
  }
}
