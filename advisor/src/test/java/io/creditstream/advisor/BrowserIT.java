package io.creditstream.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.creditstream.advisor.fixture.Found;
import io.creditstream.advisor.fixture.Stage;
import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.schemas.DecisionOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Debian's Chromium walks the pages. Skipped where it is not installed. */
class BrowserIT {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final int APPLICATIONS = 100;
  private static final List<String> WORDS =
      List.of(
          "html-has-lang",
          "valid-lang",
          "document-title",
          "label",
          "button-name",
          "link-name",
          "select-name",
          "role-img-alt");

  @TempDir static Path directory;
  private static Stage stage;
  private static AdvisorApplication advisor;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void start() {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        "no /usr/bin/chromium: apt-get install chromium to walk the pages");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    stage = Stage.start(directory);
    stage.apply(APPLICATIONS);
    advisor =
        AdvisorApplication.start(
            stage
                .advisor("advisor")
                .withAccess(new AccessSettings.Open(List.of("first", "second"))));
    Stage.awaitDecisions(advisor, APPLICATIONS);
  }

  @AfterAll
  static void stop() {
    if (advisor != null) {
      advisor.close();
    }
    if (stage != null) {
      stage.close();
    }
    if (playwright != null) {
      playwright.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void shouldBeAccessibleAndObeyItsPolicyOnEveryPage(String language) {
    String application = "/applications/" + Found.any(advisor, DecisionOutcome.DECLINED);
    List<String> problems = new ArrayList<>();
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              problems.add(page.url() + " says " + message.text());
            }
          });
      for (String path :
          List.of(
              "/",
              "/?outcome=DECLINED&incomeFrom=12.",
              application,
              application + "/data",
              application + "/compare",
              application + "/what-if",
              application + "/review",
              application + "/letter",
              "/new",
              "/model",
              "/api")) {
        open(page, path, language);
        page.evaluate(
            "document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        for (Rule rule : rules(page, language).analyze().getViolations()) {
          problems.add(path + " " + rule.getId() + ": " + rule.getNodes().get(0).getHtml());
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  /** The markup is the same in both languages: the second time only what depends on words. */
  private static AxeBuilder rules(Page page, String language) {
    AxeBuilder axe = new AxeBuilder(page);
    return language.equals("en") ? axe : axe.withRules(WORDS);
  }

  @Test
  void shouldDrawEachChartFromItsTable() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      String application = "/applications/" + Found.any(advisor, DecisionOutcome.DECLINED);

      open(page, application, "en");

      page.locator("figure[data-chart=waterfall] canvas").waitFor();
      assertThat(page.locator("figure[data-chart] canvas").count())
          .isEqualTo(page.locator("figure[data-chart]").count())
          .isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void shouldShowNewDecisionsWithoutReloading() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      open(page, "/", "en");

      stage.apply(3);

      page.locator("#live").getByText("new decision").waitFor();
      assertThat(page.locator("tr.fresh").count()).isPositive();
    }
  }

  @Test
  void shouldBeUsableByKeyboardAndSwitchLanguageByOneClick() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      open(page, "/", "en");

      page.keyboard().press("Tab");
      assertThat(page.locator(":focus").textContent()).isEqualTo("Skip to the content");
      page.keyboard().press("Enter");
      page.locator("a.lang").focus();
      page.keyboard().press("Enter");
      page.waitForURL("**lang=fr**");

      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
      page.navigate(advisor.uri() + "/new");
      assertThat(page.locator("h1").textContent()).isEqualTo("Nouvelle demande");
    }
  }

  @Test
  void shouldRecordAReviewOnItsTopic() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      String application = "/applications/" + Found.any(advisor, DecisionOutcome.DECLINED);
      open(page, application + "/review", "en");

      page.getByLabel("Reviewer").selectOption("demo:first");
      page.getByText("Propose to overturn").click();
      page.getByLabel("Reason").fill("A guarantor <b>was</b> found.");
      page.locator("main form button.primary").click();
      page.getByText("demo:first proposed to overturn.").waitFor();
      page.getByLabel("Reviewer").selectOption("demo:second");
      page.getByText("Confirm as the second person").click();
      page.locator("main form button.primary").click();

      page.getByText("that is final").waitFor();
      assertThat(page.locator("span.outcome.big").textContent()).isEqualTo("Approved");
      assertThat(page.locator("main").textContent()).contains("A guarantor <b>was</b> found.");
    }
  }

  @Test
  void shouldTryTheApiOnItsPage() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      open(page, "/api", "fr");

      page.locator("form[data-try]").first().getByLabel("outcome").selectOption("DECLINED");
      page.locator("form[data-try]").first().getByText("Envoyer").click();

      page.getByText("GET /api/decisions?outcome=DECLINED → 200").waitFor();
      assertThat(page.locator("[data-answer] pre").first().textContent()).contains("\"total\"");
    }
  }

  @Test
  void shouldNotScrollSidewaysOnATablet() {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(768, 1024))) {
      Page page = context.newPage();
      String application = "/applications/" + Found.any(advisor, DecisionOutcome.DECLINED);
      for (String path :
          List.of(
              "/",
              application,
              application + "/compare",
              application + "/data",
              application + "/review",
              "/new",
              "/api")) {
        open(page, path, "fr");
        assertThat(
                (Boolean)
                    page.evaluate(
                        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
            .as(path)
            .isTrue();
      }
    }
  }

  private static void open(Page page, String path, String language) {
    page.navigate(advisor.uri() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
  }
}
