package io.creditstream.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.creditstream.advisor.fixture.Found;
import io.creditstream.advisor.fixture.Stage;
import io.creditstream.advisor.fixture.Walk;
import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.store.CaseLine;
import io.creditstream.advisor.wording.Language;
import io.creditstream.schemas.DecisionOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  /** Opened before anything was decided. */
  private static Page openedFirst;

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
    advisor =
        AdvisorApplication.start(
            stage
                .advisor("advisor")
                .withAccess(new AccessSettings.Open(List.of("first", "second"))));
    openedFirst = browser.newPage();
    open(openedFirst, "/", "en");
    stage.apply(APPLICATIONS);
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

  @Test
  void shouldBeAccessibleAndObeyItsPolicyOnEveryPage() {
    // The rule that WCAG 2.2 added is off unless it is asked for.
    AxeRuleOptions on = new AxeRuleOptions();
    on.setEnabled(true);
    AxeRunOptions options = new AxeRunOptions();
    options.setRules(Map.of("target-size", on));

    assertThat(problems("en", page -> new AxeBuilder(page).options(options), page -> true))
        .isEmpty();
  }

  /** The markup is the same in both languages: the second time only what depends on words. */
  @Test
  void shouldSpeakFrenchAndFitATabletAndAMagnifiedWindowOnEveryPage() {
    assertThat(problems("fr", page -> new AxeBuilder(page).withRules(WORDS), BrowserIT::fitsNarrow))
        .isEmpty();
  }

  /** What browser and axe-core say of each page, with everything unfolded, and whether it fits. */
  private static List<String> problems(
      String language, Function<Page, AxeBuilder> rules, Predicate<Page> fits) {
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
      for (String path : pages(application)) {
        page.setViewportSize(1280, 1024);
        open(page, path, language);
        if (!fits.test(page)) {
          problems.add(path + " scrolls sideways");
        }
        page.evaluate(
            "document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        for (Rule rule : rules.apply(page).analyze().getViolations()) {
          problems.add(path + " " + rule.getId() + ": " + rule.getNodes().get(0).getHtml());
        }
        if (!fits.test(page)) {
          problems.add(path + " scrolls sideways when unfolded");
        }
      }
    }
    return problems;
  }

  /** 640 is half of 1280: what a magnification of 200 % leaves. */
  private static boolean fitsNarrow(Page page) {
    return IntStream.of(768, 640)
        .allMatch(
            width -> {
              page.setViewportSize(width, 1024);
              return (Boolean)
                  page.evaluate(
                      "document.documentElement.scrollWidth"
                          + " <= document.documentElement.clientWidth");
            });
  }

  private static List<String> pages(String application) {
    return List.of(
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
        "/api");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void shouldLeadFromFindingAnApplicationToItsLetter(Language language) {
    String declined =
        Found.lines(advisor).stream()
            .filter(line -> line.outcome() == DecisionOutcome.DECLINED)
            .map(CaseLine::applicationId)
            .sorted()
            .skip(language.ordinal())
            .findFirst()
            .orElseThrow();
    try (BrowserContext context = browser.newContext()) {
      Walk walk = new Walk(context.newPage(), advisor.uri(), language);

      walk.find(declined);
      walk.readTheScoreAndWhy();
      walk.readTheData();
      walk.compareWithSimilarClients();
      walk.askWhatIf();
      walk.uphold("demo:first");
      walk.printTheLetter();
      walk.applyByHand();
      walk.readOfTheModel();
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
      assertThat(openedFirst.locator("table.list tbody tr").count()).isGreaterThan(1);
    }
  }

  @Test
  void shouldStopShowingNewDecisionsWhenAsked() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      List<String> ended = new ArrayList<>();
      page.onRequestFailed(request -> ended.add(request.url()));
      open(page, "/", "en");

      page.getByText("Pause new decisions").click();

      page.waitForCondition(() -> ended.contains(advisor.uri() + "/events"));
      page.getByText("Show new decisions again").click();
      page.getByText("Pause new decisions").waitFor();
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
      page.locator("#f-amtCredit").fill("12 500,5");
      page.locator("button.lang").click();
      page.getByText("New application").first().waitFor();
      assertThat(page.locator("#f-amtCredit").inputValue()).isEqualTo("12,500.5");
      assertThat(page.url()).isEqualTo(advisor.uri() + "/new");
      page.locator("#f-amtCredit").press("Enter");
      page.getByText("Some fields need another look.").waitFor();
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
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

  private static void open(Page page, String path, String language) {
    page.navigate(advisor.uri() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
  }
}
