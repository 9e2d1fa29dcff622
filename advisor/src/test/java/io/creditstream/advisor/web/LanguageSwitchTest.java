package io.creditstream.advisor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.fixture.SmallSitePages;
import io.creditstream.advisor.fixture.Visitor;
import io.creditstream.advisor.security.AccessSettings;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The switch of the language on pages whose form somebody has filled in. */
class LanguageSwitchTest extends SmallSitePages {

  private static final String WHAT_IF = "/applications/A1/what-if";
  private static final String REVIEW = "/applications/A1/review";

  LanguageSwitchTest() {
    super(new AccessSettings.Open(List.of("ann", "ben")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/new", WHAT_IF, REVIEW})
  void shouldSendWhatWasTypedInsteadOfLeadingAway(String path) throws Exception {
    String page = site.get(path + "?lang=en").body();

    assertThat(page)
        .contains("<button class=\"lang\" form=\"filled\" name=\"lang\" value=\"fr\"")
        .contains("<input type=\"hidden\" name=\"typed\" value=\"en\">")
        .doesNotContain("<a class=\"lang\"");
    // Enter sends the form by its first button, which is not the one of the language.
    assertThat(page.indexOf("form=\"filled\"")).isLessThan(page.indexOf("class=\"lang\""));
    assertThat(page.substring(page.indexOf("<button class=\"sr\"")))
        .startsWith("<button class=\"sr\" form=\"filled\" tabindex=\"-1\" aria-hidden=\"true\">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/applications/A1", "/applications/A2/review"})
  void shouldLeadToThePageInTheOtherLanguageWhereNothingIsTyped(String path) throws Exception {
    assertThat(site.get(path + "?lang=en").body())
        .contains("<a class=\"lang\" href=\"" + path + "?lang=fr\"")
        .doesNotContain("<button class=\"lang\"", "form=\"filled\"");
  }

  @Test
  void shouldKeepAHalfTypedApplicationWithoutSendingIt() throws Exception {
    HttpResponse<String> page =
        site.send(
            "/new?lang=en",
            "/new",
            switched("", "clientId", "C <7>", "amtCredit", "12,500.5", "amtAnnuity", "12."));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().toString()).doesNotContain("C");
    assertThat(page.body())
        .contains("<html lang=\"fr\">", "value=\"C &lt;7&gt;\"", "value=\"12.\"")
        .contains("value=\"12\u202f500,5\"")
        .doesNotContain("class=\"error\"", "role=\"alert\"");
    assertThat(site.get("/new").body()).contains("<html lang=\"fr\">");
  }

  @Test
  void shouldSayWhatWasWrongInTheOtherLanguage() throws Exception {
    HttpResponse<String> page =
        site.send("/new?lang=en", "/new", switched("form.wrong", "amtCredit", "12."));
    HttpResponse<String> absent =
        site.send("/new?lang=en", "/new", switched("new.absent", "amtCredit", "12"));
    HttpResponse<String> made =
        site.send("/new?lang=en", "/new", switched("rule <b>", "amtCredit", "12"));

    assertThat(page.body())
        .contains("Certains champs sont à revoir.", "Ce n&#39;est pas un nombre")
        .contains("name=\"shown\" value=\"form.wrong\"", "value=\"12.\"");
    assertThat(absent.body()).contains("La demande n&#39;a pu être transmise");
    assertThat(made.body()).doesNotContain("role=\"alert\"", "rule <b>", "&lt;b&gt;");
  }

  @Test
  void shouldReadNumbersAsThePageWroteOnWhichTheyWereTyped() throws Exception {
    site.get("/?lang=fr");

    HttpResponse<String> page =
        site.send("/new", "/new", Map.of("typed", "en", "amtCredit", "12,500", "amtAnnuity", "x"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("<html lang=\"fr\">", "value=\"12\u202f500\"");
  }

  @Test
  void shouldDoAgainWhatTheWhatIfPageShowed() throws Exception {
    HttpResponse<String> before =
        site.send(WHAT_IF + "?lang=en", WHAT_IF, switched("", "amtCredit", "7,000"));
    HttpResponse<String> scored =
        site.send(WHAT_IF + "?lang=en", WHAT_IF, switched("suggest", "amtCredit", "7,000"));
    HttpResponse<String> wrong =
        site.send(WHAT_IF + "?lang=en", WHAT_IF, switched("score", "amtCredit", "x"));

    assertThat(before.body())
        .contains("<html lang=\"fr\">", "value=\"7\u202f000\"")
        .doesNotContain("role=\"alert\"");
    assertThat(scored.body())
        .contains("Le service de score ne répond pas", "value=\"7\u202f000\"")
        .contains("name=\"shown\" value=\"suggest\"");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Certains champs sont à revoir.", "value=\"x\"");
  }

  @Test
  void shouldKeepAReviewWithoutRecordingIt() throws Exception {
    HttpResponse<String> page =
        site.send(
            REVIEW + "?lang=en",
            REVIEW,
            switched(
                "NO_REASON",
                "reviewer",
                "demo:ben",
                "step",
                "UPHOLD",
                "reason",
                "A <b> guarantor"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<html lang=\"fr\">", "Donnez un motif.")
        .contains("A &lt;b&gt; guarantor</textarea>", "value=\"UPHOLD\" checked")
        .contains("value=\"demo:ben\" selected");
    assertThat(small.cases().application("A1").orElseThrow().reviews()).isEmpty();
  }

  @Test
  void shouldNotSwitchForAForeignSite() throws Exception {
    Visitor visitor = new Visitor(small.uri());

    assertThat(visitor.forge("/new", "lang=fr&typed=en", small.uri().toString()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void shouldKeepTheNumbersOfAFilter() throws Exception {
    assertThat(site.get("/?incomeFrom=12,500&decidedFrom=2026-01-05&lang=en").body())
        .contains("incomeFrom=12500&amp;decidedFrom=2026-01-05&amp;lang=fr");
    assertThat(site.get("/?incomeFrom=12,500&lang=fr").body())
        .contains("incomeFrom=12.5&amp;lang=en");
    assertThat(site.get("/?incomeFrom=12.5&lang=en").body())
        .contains("incomeFrom=12%2C5&amp;lang=fr");
  }

  private static Map<String, String> switched(String shown, String... typed) {
    Map<String, String> fields = new HashMap<>(Map.of("lang", "fr", "typed", "en", "shown", shown));
    for (int i = 0; i < typed.length; i += 2) {
      fields.put(typed[i], typed[i + 1]);
    }
    return fields;
  }
}
