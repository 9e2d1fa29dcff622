package io.creditstream.advisor.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.creditstream.advisor.fixture.GuardedSite;
import io.creditstream.advisor.fixture.Issuer;
import io.creditstream.advisor.fixture.Visitor;
import io.creditstream.advisor.store.RecordedReview;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People log in at a provider of this process, and others try to get in without. */
class LoginIT {

  private static final String EVIL = "http://evil.example";

  @TempDir private Path directory;
  private GuardedSite guarded;
  private Issuer issuer;

  @BeforeEach
  void start() {
    guarded = GuardedSite.start(directory);
    issuer = guarded.issuer();
  }

  @AfterEach
  void stop() {
    guarded.close();
  }

  @Test
  void shouldLeadThroughTheLoginBackToThePage() throws Exception {
    issuer.next("ann", "officer");
    Visitor ann = guarded.stranger();

    HttpResponse<String> page = ann.follow("/applications/A1/review?lang=en");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().toString()).endsWith("/applications/A1/review?lang=en");
    assertThat(page.body())
        .contains("You review as ann.", "Log out")
        .doesNotContain("Open without login");
  }

  @Test
  void shouldKeepTheSessionFromScriptsAndForeignSites() throws Exception {
    issuer.next("ann", "officer");
    Visitor ann = guarded.stranger();
    HttpResponse<String> begun = ann.get(ann.get("/").headers().firstValue("Location").get());
    HttpResponse<String> back = ann.get(begun.headers().firstValue("Location").get());

    HttpResponse<String> arrived = ann.get(back.headers().firstValue("Location").get());

    assertThat(arrived.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("advisor-session=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/"));
    assertThat(begun.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie -> assertThat(cookie).startsWith("advisor-login=").contains("HttpOnly"));
  }

  @Test
  void shouldAskByCodeWithChallengeStateAndNonce() throws Exception {
    Visitor ann = guarded.stranger();

    String address = ann.get("/login").headers().firstValue("Location").orElseThrow();

    assertThat(address)
        .startsWith(issuer.uri() + "/authorize?")
        .contains("response_type=code", "code_challenge_method=S256", "scope=openid")
        .contains("state=", "nonce=", "code_challenge=");
  }

  @Test
  void shouldTellWhoseSessionHasEndedAndComeBackAfterLogin() throws Exception {
    Visitor ann = guarded.login("ann", "officer");
    guarded.clock().move(GuardedSite.IDLE);

    HttpResponse<String> page = ann.get("/applications/A1?lang=en");
    HttpResponse<String> sent = ann.post("/logged-out", "/applications/A1/review", "step=UPHOLD");
    Matcher login = Pattern.compile("href=\"(/login\\?to=[^\"]*)\"").matcher(page.body());

    assertThat(page.statusCode()).isEqualTo(401);
    assertThat(page.body()).contains("Your session has ended");
    assertThat(login.find()).isTrue();
    assertThat(sent.statusCode()).isEqualTo(401);
    HttpResponse<String> back = ann.follow(login.group(1).replace("&amp;", "&"));
    assertThat(back.statusCode()).isEqualTo(200);
    assertThat(back.uri().getPath()).isEqualTo("/applications/A1");
  }

  @Test
  void shouldEndASessionThoughItIsUsedAllTheTime() throws Exception {
    Visitor ann = guarded.login("ann", "officer");
    int steps = (int) (GuardedSite.LIFETIME.toMinutes() / 5);
    for (int i = 1; i < steps; i++) {
      guarded.clock().move(java.time.Duration.ofMinutes(5));
      assertThat(ann.get("/").statusCode()).isEqualTo(200);
    }

    guarded.clock().move(java.time.Duration.ofMinutes(5));

    assertThat(ann.get("/").statusCode()).isEqualTo(401);
  }

  @Test
  void shouldLogOutHereAndNameTheProvider() throws Exception {
    Visitor ann = guarded.login("ann", "officer");
    List<HttpCookie> stolen = List.copyOf(ann.cookies().getCookieStore().getCookies());

    HttpResponse<String> out = ann.post("/?lang=en", "/logout", "");
    HttpResponse<String> page = ann.get("/logged-out");
    Visitor thief = guarded.stranger();
    stolen.forEach(cookie -> thief.cookies().getCookieStore().add(guarded.site().uri(), cookie));

    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(page.body()).contains("You are logged out", issuer.uri() + "/logout?client_id=");
    assertThat(thief.get("/").statusCode()).isEqualTo(401);
  }

  @Test
  void shouldNotLogOutOrReviewForAForeignSite() throws Exception {
    Visitor ann = guarded.login("ann", "officer");
    Matcher csrf = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"").matcher(ann.get("/").body());
    assertThat(csrf.find()).isTrue();

    assertThat(ann.forge("/logout", "csrf=" + csrf.group(1), EVIL).statusCode()).isEqualTo(403);
    assertThat(ann.forge("/logout", "", guarded.site().uri().toString()).statusCode())
        .isEqualTo(403);
    assertThat(ann.get("/logout").statusCode()).isEqualTo(405);
    assertThat(ann.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldNotLeadToAForeignSiteAfterLogin() throws Exception {
    issuer.next("ann", "officer");
    for (String to : List.of(EVIL, "//evil.example/x", "/\\evil.example", "javascript:alert(1)")) {
      Visitor ann = guarded.stranger();

      HttpResponse<String> page =
          ann.follow("/login?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));

      assertThat(page.uri()).as(to).isEqualTo(guarded.site().uri().resolve("/"));
    }
  }

  @Test
  void shouldRefuseAnAnswerThatThisBrowserDidNotAskFor() throws Exception {
    issuer.next("eve", "officer");
    Visitor eve = guarded.stranger();
    String back = callback(eve);
    Visitor victim = guarded.stranger();
    victim.get("/login");

    assertThat(victim.get(back).statusCode()).isEqualTo(400);
    assertThat(guarded.stranger().get(back).statusCode()).isEqualTo(400);
    assertThat(victim.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void shouldRefuseTheSameAnswerTwiceAndAnOldOne() throws Exception {
    issuer.next("ann", "officer");
    Visitor ann = guarded.stranger();
    String back = callback(ann);
    assertThat(ann.get(back).statusCode()).isEqualTo(303);
    assertThat(ann.get(back).statusCode()).isEqualTo(400);

    Visitor slow = guarded.stranger();
    String late = callback(slow);
    guarded.clock().move(java.time.Duration.ofMinutes(10));
    HttpResponse<String> page = slow.get(late + "&lang=en");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("The login did not succeed", "href=\"/login\"");
  }

  @Test
  void shouldRefuseAWrongStateAndWhomTheProviderRefuses() throws Exception {
    Visitor ann = guarded.stranger();
    String back = callback(ann);
    assertThat(ann.get(back.replaceAll("state=[^&]*", "state=guess")).statusCode()).isEqualTo(400);

    Visitor ben = guarded.stranger();
    String state = callback(ben).replaceAll(".*state=", "");
    String denied = "/login/callback?error=access_denied&state=" + state;
    assertThat(ben.get(denied).statusCode()).isEqualTo(400);
    assertThat(ben.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void shouldRefuseIdTokensThatAreNotSound() throws Exception {
    Date before = Date.from(Instant.now().minusSeconds(3_600));
    refusesClaims(claims -> claims.issuer(EVIL));
    refusesClaims(claims -> claims.audience("another client"));
    refusesClaims(claims -> claims.expirationTime(before));
    refusesClaims(claims -> claims.claim("nonce", "of another login"));
    refusesClaims(claims -> claims.claim("nonce", null));
    refusesClaims(claims -> claims.subject(null));
  }

  @Test
  void shouldRefuseIdTokensThatTheProviderDidNotSign() throws Exception {
    refuses(token -> issuer.sign(copy(token), Issuer.newKey()));
    refuses(token -> new PlainJWT(copy(token).build()).serialize());
    refuses(Tokens::withOtherClaims);
    refuses(token -> Tokens.hmac(copy(token), issuer.publicKey()));
    refuses(token -> "no token");
  }

  @Test
  void shouldSayThatTheProviderIsDown() throws Exception {
    issuer.close();

    HttpResponse<String> page = guarded.stranger().get("/login?lang=en");

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("Nobody can log in now");
  }

  @Test
  void shouldRecordWhoReviewedAndTakeTwoPeopleToOverturn() throws Exception {
    Visitor ann = guarded.login("ann", "officer");
    Visitor ben = guarded.login("ben", "risk");
    String path = "/applications/A1/review";

    int proposed = review(ann, path, "OVERTURN", "A guarantor was found.");
    int alone = review(ann, path, "CONFIRM", "");
    int other = review(ben, path, "CONFIRM", "");

    assertThat(List.of(proposed, alone, other)).containsExactly(303, 422, 303);
    List<RecordedReview> reviews = guarded.site().cases().application("A1").orElseThrow().reviews();
    assertThat(reviews).extracting(RecordedReview::reviewer).containsOnly("ann");
    assertThat(reviews.get(1).approver()).isEqualTo("ben");
  }

  @Test
  void shouldNotTakeTheNameOfAReviewerFromTheForm() throws Exception {
    Visitor ann = guarded.login("ann", "officer");

    review(ann, "/applications/A1/review", "UPHOLD&reviewer=ben", "Checked.");

    assertThat(guarded.site().cases().application("A1").orElseThrow().reviews())
        .extracting(RecordedReview::reviewer)
        .containsExactly("ann");
  }

  private static int review(Visitor visitor, String path, String step, String reason)
      throws Exception {
    Matcher seen =
        Pattern.compile("name=\"seen\" value=\"([^\"]*)\"").matcher(visitor.get(path).body());
    String body =
        "seen=" + (seen.find() ? seen.group(1) : "") + "&step=" + step + "&reason=" + reason;
    return visitor.post(path, path, body.replace(" ", "+")).statusCode();
  }

  /** Goes through the login up to the address at which the provider sends the browser back. */
  private String callback(Visitor visitor) throws Exception {
    String asked = visitor.get("/login").headers().firstValue("Location").orElseThrow();
    String back = visitor.get(asked).headers().firstValue("Location").orElseThrow();
    return URI.create(back).getRawPath() + "?" + URI.create(back).getRawQuery();
  }

  private void refusesClaims(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
    issuer.next("ann", "officer");
    issuer.claim(change);
    refused();
  }

  private void refuses(UnaryOperator<String> lie) throws Exception {
    issuer.next("ann", "officer");
    issuer.lie(lie);
    refused();
  }

  private void refused() throws Exception {
    Visitor ann = guarded.stranger();
    HttpResponse<String> page = ann.get(callback(ann));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(ann.get("/").statusCode()).isEqualTo(303);
  }

  private static JWTClaimsSet.Builder copy(String token) {
    return new JWTClaimsSet.Builder(Tokens.claims(token));
  }

  @Test
  void shouldShowAnOfficerTheAssignedClientsAlone(@TempDir Path other) throws Exception {
    Path file = other.resolve("assignments.csv");
    Files.writeString(file, "# client,account\nC1,ann\nC3,ann\nC5,ben\n");
    try (GuardedSite assigned = GuardedSite.assigned(other.resolve("store"), file)) {
      Visitor ann = assigned.login("ann", "officer");
      Visitor risk = assigned.login("rita", "risk");

      assertThat(ann.get("/?lang=en").body())
          .contains("/applications/A1\"", "/applications/A3\"", "2 decisions")
          .doesNotContain("/applications/A5\"");
      assertThat(ann.get("/applications/A1").statusCode()).isEqualTo(200);
      for (String page : List.of("", "/data", "/compare", "/what-if", "/review", "/letter")) {
        assertThat(ann.get("/applications/A5" + page).statusCode()).as(page).isEqualTo(404);
      }
      assertThat(review(ann, "/applications/A5/review", "UPHOLD", "x")).isEqualTo(404);
      assertThat(ann.get("/api/decisions/A5").statusCode()).isEqualTo(404);
      assertThat(ann.get("/api/decisions").body()).contains("\"total\":2");
      assertThat(risk.get("/applications/A5").statusCode()).isEqualTo(200);

      Files.writeString(file, "C5,ann\nC1,ben\nC3,ben\nC7,ben\n");
      assertThat(ann.get("/applications/A5").statusCode()).isEqualTo(200);
      assertThat(ann.get("/applications/A1").statusCode()).isEqualTo(404);
      Files.delete(file);
      assertThat(ann.get("/applications/A5").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void shouldLimitHowOftenAPersonAsks(@TempDir Path other) throws Exception {
    try (GuardedSite limited = GuardedSite.limited(other, 2)) {
      Visitor ann = limited.login("ann", "officer");
      Visitor ben = limited.login("ben", "officer");

      HttpResponse<String> last = ann.get("/?lang=en");
      for (int i = 0; i < 1_000 && last.statusCode() == 200; i++) {
        last = ann.get("/?lang=en");
      }

      assertThat(last.statusCode()).isEqualTo(429);
      assertThat(last.body()).contains("Too many requests");
      assertThat(last.headers().firstValue("Retry-After")).isPresent();
      assertThat(ben.get("/").statusCode()).isEqualTo(200);
      assertThat(ann.get("/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void shouldLimitHowOftenAStrangerAsksWhateverElseTheHeaderOfTheGatewaySays(@TempDir Path other)
      throws Exception {
    try (GuardedSite limited = GuardedSite.limited(other, 2)) {
      Visitor stranger = limited.stranger();

      int status = stranger.getFrom("192.0.2.1", "/login").statusCode();
      for (int i = 0; i < 1_000 && status == 303; i++) {
        status = stranger.getFrom("198.51.100." + i + ", 192.0.2.1", "/login").statusCode();
      }

      assertThat(status).isEqualTo(429);
      assertThat(stranger.getFrom("192.0.2.1, 192.0.2.2", "/login").statusCode()).isEqualTo(303);
    }
  }
}
